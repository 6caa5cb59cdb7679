/// Words of school prose, written for this reader. A word may stand in several lists.
enum WordLists {
    static let all: [(WordTraits, String)] = [
        ([.ordinary, .function], function),
        ([.ordinary, .function, .determiner], determiners),
        ([.ordinary, .placeBefore], placeBefore),
        ([.conjunction, .ordinary, .function], "and n plus und et"),
        ([.ordinary, .verb], verbs),
        ([.ordinary, .describing], describing),
        ([.ordinary, .place], places),
        ([.ordinary, .calendar], calendar),
        (.title, titles),
        (.titleWord, titleWords),
        ([.ordinary, .office], offices),
        (.cue, cues),
        (.personVerb, personVerbs),
        (.form, "year yr form class aged age reception nursery yeargroup"),
        (.particle, particles),
        (.whereabouts, whereabouts),
        (.scripture, "book books gospel psalm psalms parable parables epistle epistles surah"),
        (.abbreviation, "mohd md muhd mohmd jr snr sr wm geo thos chas"),
        (.known, placeNames),
        (.known, firms),
        (.kin, "twins family brothers sisters brother sister siblings twin boys girls triplets household"),
        (.secondName, "begum kaur singh khatun khatoon bibi akhtar akter miah bano banu khanom khanum"),
        (.phrase, PhraseList.joined),
        (.given, GivenNameList.common),
        (.ordinary, OrdinaryWordList.nouns),
        (.ordinary, OrdinaryWordList.more),
        (.ordinary, OrdinaryWordList.alsoNames),
    ]

    private static let function = """
        of to for by with as if or but so nor yet not no yes it its he him his she hers they them we us i me you who whom
        whose which what when where why how than then there here very too also just only even ever never always often
        again once twice more most less least much many few some any all both each either neither one two three four five
        six seven eight nine ten first second third am is are was were be been being do does did done has have had having
        can could shall should would might must ought im ive youre theyre were weve dont didnt isnt wont cant lets thats
        because although though while until since before after during without within against among despite upon via per
        about above across along below beneath beside between beyond down into off onto out over past through throughout
        toward towards under up today tomorrow yesterday tonight now soon later next last please thank thanks hello hi dear
        """
    private static let determiners = "the a an our your their my this that these those every another her no"
    private static let placeBefore =
        "in at near from around outside inside visiting visit visited via opposite on towards"
    private static let verbs = """
        read reads will may mark marks pray rush park walk cook bake race hunt love grant wade sing dance play run ran jump
        win swim climb paint draw write wrote say said saw see go goes going went come came get got make made take took
        give gave find found tell told ask asked work works worked help helped show showed feel felt try tried leave left
        call called keep kept let begin began seem turn start started hear heard bring brought hold held speak spoke stand
        stood learn learned learnt learnt change lead led meet met pay paid sit sat send sent build built stay fall 
        reach raise pass sell ring drive drove ride rode hopes close share carry catch check chase cope count
          fly gather hand miss pack press ramble reap rest roll
        sail save score seek serve shout skip sleep smile sow speed spell stop sweep
        teach think thrive throw tidy touch travel trust use wait wake want wash watch wave wear wish wonder yell
        joy rob bob pat drew brings wins swims runs
        """
    private static let describing = """
        long little short young old new big small tall great good best better early late high low black white brown green
        grey gray blue red golden gold silver bright sweet swift sharp strong wild wise noble fair fine free full happy
        merry jolly smart savage moody hardy stern stout bold brave gentle meek north south east west northern southern
        eastern western upper lower middle junior senior royal holy grand major minor sunny frank hot cold warm cool frost
        dark light dear close true real round rich poor quick quiet proud kind keen super special sterling earnest blessed
        """
    private static let places = """
        road street lane avenue close drive way hill house hall park court green square place garden gardens field fields
        wood woods grove crescent terrace walk row gate bridge church chapel cathedral mosque school academy college
        primary secondary infant juniors nursery university hospital hospice surgery clinic pharmacy library museum
        gallery theatre centre center stadium ground arena club farm mill manor castle abbey priory tower building block
        room suite wing site campus library estate cottage lodge villa inn arms hotel cafe restaurant bakery bakers
        butchers garage motors solicitors accountants construction homes builders roofing plumbing foods sports
        trust foundation charity ltd limited plc llp inc group company sons bros brothers partners associates
        cup trophy shield medal award prize award awards memorial scholarship league lake river reservoir canal
        beach bay island common moor heath valley meadow meadows farm forest reserve quarry pier station junction
        roundabout market arcade mall shop store stores studio studios institute society association fund team
        """
    private static let whereabouts = """
        bus buses coach coaches minibus train trains taxi lorry van ferry ship travel travelled travels travelling walk walked
        walking drive drove driven journey journeys move moved visitor visitors visit visited guest guests people person
        families family children pupils learners students players farmers friends neighbours residents schools school team
        teams club clubs choir band company firm museum road route path far mile miles km away back home return returned
        returning cycled cycle rode sailed flew hails live lives lived village town city hamlet parish river vale isle port
        borough district battle manor mayor bishop north south east west outside edge centre
        """
    private static let calendar = """
        january february march april may june july august september october november december monday tuesday wednesday
        thursday friday saturday sunday spring summer autumn winter easter christmas advent lent ramadan eid diwali
        michaelmas epiphany pentecost whitsun halloween holiday holidays weekend term halfterm week day days month morning
        afternoon evening noon night
        """
    private static let titles = """
        mr mrs ms mx dr prof rev revd fr messrs mme mlle ustadh ustad ustadha ustaz ustaza mufti maulana moulana cllr sir madam
        imam professor doctor reverend rabbi councillor hafiz qari prophet apostle disciple
        """
    private static let titleWords = """
        miss dame lord lady canon father sheikh shaykh sister bishop archbishop saint st deacon vicar pastor alderman baroness
        baron mister missus
        """
    private static let offices = """
        headteacher head principal deputy assistant governor governors teacher tutor mayor mayoress author illustrator poet
        coach director manager chair chairman chairwoman chairperson trustee trustees sergeant inspector constable officer
        pc pcso president minister mp king queen prince princess duke duchess emperor empress captain major colonel nurse
        chef artist composer actor actress singer scientist explorer engineer astronaut olympian paralympian presenter
        secretary caretaker sendco senco lunchtime counsellor librarian technician
        """
    private static let cues = """
        congratulations congrats welldone done bravo pupil pupils student students learner learners child named called meet
        welcome kudos shoutout hooray champion winner winners runner prefect captain captains boy girl classmate
        birthday thankyou applause goodluck luck goalscorer scorer player striker goalkeeper keeper leader
        starring performer soloist featuring introducing proud presenting by awarded presented shout
        """
    private static let personVerbs = """
        won wins scored scores who whose received receives achieved achieves earned earns wrote writes said says played
        plays sang sings swam swims took finished finishes completed completes showed shows led helped helps represented
        represents collected collects performed performs celebrated celebrates joined became becomes created creates drew
        designed baked deserves worked impressed demonstrated delivered jumped climbed walked cycled rode danced spoke
        enjoyed told asked explained aged loved loves ran came gave
        """
    private static let particles = """
        de la le les du des da das do dos di del della van der den ter ten von zu zur af av el al ul ur ud us as bin bint ibn
        ben abu umm ap ab ni nic mac mc o st san santa y e i lo st saint te op ver
        """
    private static let placeNames = """
        bradford washington durham lancaster york preston lincoln chester kent london england britain wales scotland
        ireland lydiate liverpool manchester sunderland leicester nottingham derby sheffield leeds newcastle bolton
        blackburn burnley wigan warrington stafford bedford oxford cambridge bath bristol plymouth exeter cornwall devon
        dorset somerset essex sussex surrey norfolk suffolk hereford worcester warwick coventry wolverhampton walsall
        dudley birmingham stockport oldham rochdale bury salford halifax huddersfield wakefield barnsley doncaster hull
        scarborough whitby harrogate ripon carlisle kendal penrith workington barrow southport ormskirk formby crosby
        maghull kirkby aintree everton anfield windsor eton harrow wembley stratford greenwich richmond kingston croydon
        bromley bexley enfield barnet brent hackney camden holland france spain germany italy poland india pakistan
        bangladesh china japan egypt jordan israel chad kenya georgia austin houston dallas jackson florence milan paris
        vienna troy sparta hamilton wellington melbourne sydney perth darwin adelaide brisbane whitehaven penistone
        buxton matlock bakewell chesterfield mansfield newark grantham stamford boston rugby kettering corby luton
        watford slough reading newbury swindon gloucester cheltenham stroud hastings brighton dover ashford maidstone
        canterbury margate folkestone eastbourne chichester winchester southampton portsmouth barton halton
        fulwood leyland chorley morecambe kirkham clitheroe settle skipton selby
        """
    private static let firms = """
        tesco sainsbury sainsburys morrison morrisons asda aldi lidl waitrose greggs boots barclays lloyds natwest halifax
        santander cadbury nestle ford nissan toyota lego google microsoft amazon disney pixar heinz kellogg kelloggs
        mcdonald mcdonalds nando nandos costa debenhams wilko wickes halfords argos currys dunelm barratt persimmon
        redrow wimpey taylorwimpey bellway balfour beatty laing kier mott macdonald oddfellows rotary lions scouts dahl
        walliams donaldson rowling shakespeare dickens austen bronte wordsworth tennyson keats blake byron shelley
        morpurgo rosen blyton potter milne tolkien orwell hardy pullman horowitz zephaniah churchill nightingale newton
        darwin einstein pasteur fleming brunel stephenson turner constable monet picasso matisse hockney banksy lowry
        warhol kandinsky klimt mozart beethoven bach handel vivaldi elgar holst tchaikovsky seacole pankhurst parks mandela
        gandhi luther obama nelson drake raleigh cook columbus scott shackleton armstrong aldrin peake hawking turing
        lovelace curie galileo kipling wilde chaucer goethe hemingway steinbeck priestley wells stevenson carroll
        """
}
