/// Pairs of words with a meaning of their own, written together.
enum PhraseList {
    static let joined: String = pairs.split(separator: ",").map { $0.filter(\.isLetter) }.joined(separator: " ")

    private static let pairs = """
        may day, may half, may term, may bank, april showers, april fool, april fools, summer field, summer day, summer
        days, summer fair, summer fete, summer term, summer reading, summer holiday, summer holidays, summer camp,
        summer school, summer reads, spring field, spring day, spring green, spring term, autumn term, autumn day,
        winter day, rose hill, rose garden, rose gardens, rose bush, rose bowl, hope street, king street, grace church,
        grace period, grace road, faith school, faith schools, green day, green field, green team, green flag, green
        power, green hill, green park, field trip, field trips, field day, field days, field study, field studies, field
        work, field notes, field hockey, field event, field events, field house, field centre, field guide, field mouse,
        field marshal, field gun, day trip, day trips, day out, day off, day one, day two, day three, day care, day
        nursery, day centre, day school, long weekend, long jump, long term, long read, long walk, long service, long
        distance, long division, long time, long run, long way, long ago, long live, little ones, little one, little
        bit, little people, little explorers, little acorns, power cut, power cuts, power point, power station, power
        of, power supply, power tools, white board, white paper, white water, white rose, white house, white christmas,
        young people, young person, young carers, young carer, young musicians, young writers, young enterprise, young
        leaders, young minds, young scientists, young artists, young readers, young voices, young children, young ones,
        young athletes, north east, north west, north wales, north sea, north pole, north pitch, north wing, short
        story, short stories, short film, short break, short walk, short video, price list, price drop, price increase,
        price cut, price tag, king charles, king arthur, king john, king lear, king edward, read aloud, read write, read
        along, read more, reading room, hill walk, hill walking, hill climb, hill start, hill street, hill road, hill
        school, hill primary, hill farm, hill lane, hope house, rose cottage, rose lane, rose street, rose avenue, jack
        frost, jack russell, jack straw, robin hood, robin redbreast, holly bush, holly wreath, ivy league, ivy cottage,
        ivy lane, daisy chain, daisy chains, poppy day, poppy appeal, poppy field, poppy fields, lily pond, lily pads,
        heather moor, amber warning, amber alert, amber light, ruby wedding, pearl harbor, crystal palace, ginger bread,
        dawn chorus, dawn raid, june holiday, river bank, river walk, river side, ocean park, sky park, brook field,
        brook side, brook house, woods hole, forest school, forest schools, forest green, forest walk, park run, park
        lane, park road, park street, park hill, park view, park primary, mill lane, mill hill, mill street, church
        street, church road, church lane, church hill, church hall, church service, church school, church farm, bishop
        street, bell ringing, bell tower, bush craft, bush fire, wood work, wood land, wood street, stone age, stone
        circle, stone work, iron man, rock pool, rock pools, star chart, major road, cook book, cook books, baker
        street, baker day, baker days, marsh land, marsh lane, banks closed, mark scheme, mark sheet, mark
        book, mark books, bill payer, pat down, art room, art show, art club, art gallery, miles long, miles away, miles
        walked, dean street, lane end, heath lane, heath park, heath road, heath green, chapel hill, chapel lane, chapel
        street, bridge street, bridge road, ford park, lake side, pond dipping, pool party, pool table, pitch side,
        gates open, gates close, case study, page turner, page turners, page one, page two, noble cause, price freeze,
        moon landing, wise up, wise men, wise words, wise owl, savage garden, moody day, penny lane, penny black,
        victoria park, victoria street, victoria road, victoria cross, victoria sponge, albert hall, albert dock, albert
        road, albert park, charlotte street, elizabeth line, george street, george cross, henry moore, paris trip,
        florence trip, chelsea flower, chelsea pitch, sydney harbour, india day, india gate, china town, asia day,
        georgia south, jordan valley, charity day, charity shop, charity walk, charity fair, charity week, joy ride, joy
        street, noel street, carol service, carol singing, carol singers, carol concert, amazing grace, good hope, say
        grace, says grace, said grace, saying grace, angel delight, angel cake, star week, eve service, angel wings,
        angel costumes, long jumps, price lists, price rise, price rises, summer fields, power maths, power play, power
        hour, power nap, cross stitch, cross country, cross curricular, green fingers, page boy, white lies, white
        noise, white flag, short cut, short cuts, young adult, young adults, young hearts, field sports, field marshals,
        street dance, street food, street party, stone wall, brown bread, bell tent, bell tents, park ranger, park
        rangers, day light, day time, day dream, day dreams, wood turning, wood pecker
        """
}
