"""The people of the demonstration, as its pages name them."""

PEOPLE = {
    "harbour-view": [
        "Priya Nair", "Tom Ashworth", "Sanjay Mehta", "Helen Osei", "Ruth Calder", "Dean Lowe", "Ama Boakye"],
    "saltmarsh": [
        "Leah Barrow", "Owen Pritchard", "Gill Sefton", "Marcus Adeyemi", "Joan Whitby", "Neil Fazakerley",
        "Siân Morris", "Carol Tarleton", "Peter Halsall", "Raj Bhatt", "Edna Rimmer"],
    "wold-valley": [
        "Beth Cropper", "Imran Yaqub", "Lyn Orton", "Claire Danvers", "Dev Saini", "Pat Glenn", "Alan Meeks",
        "Vera Stroud", "Colin Ives", "Moira Platt"],
    "st-aidans": [
        "Kit Fell", "Joy Postlethwaite", "Hugh Benson", "Mary Kirkbride", "Anna Tyson", "Greg Holme", "Ursula Wren"],
    "noor-hill": [
        "Yasmin Haque", "Tariq Mahmud", "Nadia Karim", "Salim Aziz", "Ruqayya Sultan", "Idris Farah", "Hafiz Rashid"],
}

# Who keeps each organisation's roll.
ROLL_KEEPERS = {
    "harbour-view": "Dean Lowe", "saltmarsh": "Raj Bhatt", "wold-valley": "Colin Ives", "st-aidans": "Greg Holme",
    "noor-hill": "Idris Farah"}


def become(page, site, organisation, name):
    """Signs in with a click, as the demonstration offers."""
    page.context.clear_cookies()
    page.goto(f"{site}/{organisation}/who-will-you-be")
    page.get_by_role("button", name=name).click()
    page.wait_for_url(f"{site}/{organisation}")
