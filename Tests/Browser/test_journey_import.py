"""Someone of IT brings in a real roll on a phone: a zip with a wrong row in it, a list whose columns nobody can tell, and
the same again, which changes nothing."""

import io
import zipfile

import pytest
from playwright.sync_api import expect

from rooms import Desk

PUPILS = 300
BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


def export(prefix):
    """A OneRoster export of a few hundred people, one of them without a name."""
    users = ["sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
             "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password"]
    users += [f"{prefix}{n},,,true,O1,student,,,Pupil{n},Journeyson,,,,,,,7,secret{n}" for n in range(PUPILS)]
    users += [f"{prefix}X,,,true,O1,student,,,,,,,,,,,7,", f"{prefix}T,,,true,O1,teacher,,,Ann,Teachwell,,,,,,,,"]
    files = {
        "manifest.csv": "propertyName,value\noneroster.version,1.1\nfile.users,bulk\n",
        "orgs.csv": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\nO1,,,A School,school,,\n",
        "users.csv": "\n".join(users) + "\n",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"export/{name}", text)
    return {"name": "oneroster.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}


def bring(desk, file):
    desk.go("/people/import")
    desk.page.get_by_label("The file, or all files of one export").set_input_files(file)
    desk.press("Try the file")
    settle(desk, "Reading the file")


def settle(desk, while_it_says):
    for _ in range(60):
        if desk.heading() != while_it_says:
            return
        desk.page.wait_for_timeout(500)
        desk.page.reload()


@BOTH
def test_a_real_roll_is_tried_corrected_confirmed_and_brought_in_again(visitor, living, scripts):
    prefix = "JS" if scripts else "JN"
    it = Desk(visitor, living, "harbour-view", "Dean Lowe", scripts)
    bring(it, export(prefix))
    assert it.heading() == "This is what would change"
    it.sees("Stays out", "Without a name, names cannot be checked.")
    it.page.get_by_text("columns were not read").click()
    expect(it.page.get_by_text("password", exact=False).first).to_be_attached()
    if it.page.get_by_label("Nobody has left: change nothing").count():
        it.page.get_by_label("Nobody has left: change nothing").check()
    if it.page.get_by_label("Yes, it is the right list").count():
        it.page.get_by_label("Yes, it is the right list").check()
    it.press(f"Bring in {PUPILS + 1} people")
    settle(it, "Bringing it in")
    assert it.heading() == "The file is brought in"
    bring(it, export(prefix))
    it.sees("0 new, 0 changed")
    it.press("Leave everything as it is")

    text = f"Key,Name,Name,Reg Group\n{prefix}0,Pupil0,Journeyson,7Z\n"
    bring(it, {"name": "names.csv", "mimeType": "text/csv", "buffer": text.encode()})
    assert it.heading() == "Say what is in the columns"
    it.page.get_by_label("What is in “Key”?").select_option("ref")
    it.page.get_by_label("What is in “Name”?").select_option("given")
    it.page.get_by_label("What is in “Name#2”?").select_option("family")
    it.page.get_by_label("What is in “Reg Group”?").select_option("form")
    it.page.get_by_label("Who is in the list?").select_option("pupil")
    it.press("Try it so")
    settle(it, "Reading the file")
    it.sees("Form or class: (nothing) → 7Z")
    it.press("Leave everything as it is")
    assert it.heading() == "Nothing was changed"
