/// Everyday words, so that a name spelled like one is not seen wherever the word is used.
enum OrdinaryWordList {
    /// Words that some people have for a name.
    static let alsoNames = """
        grace jack max rose summer river hope miles faith frank will may mark bill bob pat rob sue art dean dale glen grant
        guy harry jean jewel joy lily ivy holly hazel heather daisy poppy olive violet iris jasmine ruby pearl amber crystal
        ginger dawn eve angel charity chance chase cliff clay drew earl flora forest gene hunter jade lance melody mercy
        nick norm opal page patience penny piper ray reed rich robin rocky rusty sage sandy sky skip star sterling storm
        sunny trinity victor wade ward warren willow woody blossom bonnie ocean phoenix prince reef rain wren bear fox
        honour legend noble saint basil bay beau cherry coral eden fern harmony haven indigo journey justice laurel
        liberty marigold primrose raven serenity valentine carol noel ross bud buddy dot don jay jet kit ken laurel lane
        field day long little read power white young north short price king green baker butcher carpenter carter cook
        cooper mason miller potter sawyer shepherd slater tailor turner weaver walker fisher gardener farmer cross
        bridge bridges church hall hill hills brook brooks rivers pool pond stone stones wood woods bush flowers moss
        marsh moor heath ford west east south english french welsh irish scots brown black grey gray bird drake wolf lamb
        bull swan crane peacock nightingale finch martin herring pike salmon bass bishop pope abbot monk priest knight
        squire duke lord winters winter spring snow frost gale sharp swift smart savage strong stout wise gentle good best
        moody jolly merry keen fair fine bright light rush race hunt bean berry pepper rice curry bacon ham butter honey
        coffee wine beer bell bells bolt nail hook banks cash coin pound sales bond case head foot hand hands arms bones
        beard love heart temple gates doors keys lock chambers cotton silk bags bowls crisp gold silver steel diamond walls
        mills towers tower castle fields meadows parks groves wells waters ash oak elm birch thorn root roots branch leaf
        bloom plant street way archer singer driver porter usher judge major marshal chancellor constable
        sheriff golden sparrow partridge pigeon rook crow jay gull hawk falcon eagle dove heron mole badger hare hart buck
        colt steed ram kid child children man husband brother cousin nephew guest friend friends speaker
        reader rider runner racer player dancer painter sellers seller cutter clerk cleaner 
        cropper dyer fiddler glover goldsmith groom horn plumber ringer roper 
        tinker warner waterman 
        bank battle beach beadle beam belt bench bent bind bishops blade blank blunt board
        body book booth boot boots bottle bough bound bow box brand brick broad broom bull burn burns burrow button cable
        cage cain camp cannon cape card care cart carry cave chalk chain chant chaplain charm chart check cheese chest
        chick chip church clean clear clever close cloud coach coal coat cock coin cold comb comfort cool
        coop cope copper cord corn corner cotter counter cove coward crab craft craven creed crook crown 
        cuff cup daft dale dance darling dash deal dear deed deep delight dell dial dice dick dodge doe doll dolphin door
        dove down drew drummer dry duck dust early ease edge else ever eyes fall fare fast fear
        feast fee fell fen fiddle finger fire first fish flag flair flax fleet flint flood floor fly fold folly foot force
        fountain fowl frame free freeman fresh friar fry gage gain game gamble gay gear gift
        glad glass goat gold golf good grain grape grass grave gravel great
        grief grime groom ground gun gunner guard hail hall halt ham hammer handy hard hardy 
        harp harsh haste hatch hatter hay haze hazard head heard heaven hedge herd hide high hind 
        hog hole hollow home hood hoof horse host house howl hull hunger hurry ice inch inn iron jar joint
        jump kerb kettle kill kiln kind kite knot lad lake land last latch late later lawn lawman lay leader
        leaper lemon less lime line link lion list lively loaf loft lord lot loud low luck lush
        mail main male man mantle maple marble march mare market marks mast master
        match maze mead meadow meal mean meek mellow mercer messenger middle mild milk mill minor mint 
        money month moon moth mould mouse mount mouth much mule must mustard myth nave neat neck need nest net
        new newman night old orange orchard otter oven over owl pack paddock pain
        paint pan park parrot parson part pass paste patch paternoster pattern peach peak pear peel peck peg pen people
        perch perry pick pickle pie pierce pile pilgrim pill pillow pine pink pinch pipe pitcher place plank plate
        play plow plum plume pocket point pole poor port post pot pounds power pray preacher press pride
        profit proud pullen quail quick quill quince rabbit rain raisin rake rank rash raw reach
        reason record redman rest reward ridge ring risk road roach robe rock rod roe roll roof room rough
        round row royal rudder rule rust sack sail salt sand saw say school sea seal seaman self
        sermon shade shadow sheet shelf shell shield shine ship shoe shore shot shoulder show shower
        shrimp side silence silk simple single skill slate sleep sly small snipe soar sole song sorrel
        sorrow space spade spark spear speed spell spence spice spike spill spink spinner spoon spurr square stable stack staff
        stamp standing stair staple start stead stem step stern steward stick stiff stile stirrup stock
        stool stow strange straw stream stride style such sugar sweet tall
        tame tart tear tempest tench term thick thin thistle thrower thunder tide till timber 
        tomb tongue tongs top torch touch towers town train trap travel tree trick trim trout true 
        tub tucker tune turf underwood unit upright venison vest vicar vice vine 
        virgin virtue voice wager wait wake wales wall want warden warm warrior wash watch water wear
        weather web wedge weed weeks welcome well wheat wheel whip whistle wick wicked wide wild 
        wind window wine wing wink winning winsome wire wish wisdom witch witty wonder 
        woodland wool word work world worm worth wrath yard yarn year young youngman
        seed sun song long wing bang king ring sing man men pan 
        so to yip you see low 
        """
    static let nouns = """
        assembly attendance author authors award awards badge bag ball balloon banner basket bat bench bike bingo biscuits
        board book books boot bottle box breakfast bus cake cakes calendar camera camp canteen car cards career careers cart
        ceremony chair challenge champion charity chart choir class classes classroom club clubs coach coaches coat code
        coding collection college colour colours community competition concert conference congratulations corner corridor
        costume council country county course craft crafts creation cricket cup curriculum date debate deadline decade
        department design desk details diary dinner dinners display donation donations door drama drawing dream dress drink
        drum duty earth easter education effort engineering english entry environment essay event events evening evidence exam
        exams example excellence exhibition experience experiment explanation explorers eye face fact facts families family
        fantasy farm father favourite feedback festival fiction fielders film final finalists finals flag flags floor flower
        food football form fraction friend friends friendship fruit fun fund fundraiser fundraising future game games garage
        gardening geography gift goal goals governors grade grades grammar grandparents greeting group groups guests guitar gym
        gymnastics habitat hall handwriting harvest hat head headteacher health heart heritage hero heroes history hockey
        homework horse hour house houses idea ideas image information insects interview invitation island issue jacket job
        jobs journal journey judge key kindness kit kitchen knowledge lab ladies lake language languages leader leaders
        leadership learning lesson lessons letter letters level library life lights link list literacy lunch lunches machine
        maths meal medal medals meeting member members memories menu message mile minute minutes mission mistake model models
        moment money mother museum music musical name names nativity nature netball network news newsletter night note
        notice number numbers nurse nursery office opportunity orchestra order outfit page pages paint painting pair pantomime
        paper parade parent parents park part parties partner partnership party patrol pe pen pencil people percussion
        performance performances person phonics photo photos phrase physics piano picnic picture pictures pitch pizza place plan
        plans planet plants playground playing plot podium poem poems poetry poets point points police policy polite portrait
        poster posters practice prefects presentation pride prize prizes problem problems programme progress project projects
        promise proof puppets pupil pupils puzzle quality question questions quiz race races racket raffle rainbow reading
        reception record recorder recycling reflection relay religion remembrance report reports research resilience respect
        result results reward rewards rhyme robot role room rounders routine rugby rule rules safety sale school schools
        science scientists score scores screen season seat seats secret section sentence service session sessions set shape
        shirt shoes shop show sight skill skills snack society song songs sound spelling sponsor sport sports sportsmanship
        spot squad staff stage stall stalls stamp state station steam stem stories story street strength students study
        subject success suit sunflowers support swimming symbol table talent talk task tasks teacher teachers team teams
        teamwork technology tennis term test tests text texts thought thoughts ticket tickets tide time times toast top topic
        tour town tradition trail training treasure treat trees trial trip trips trophy truth turn tutor uniform unit values
        vegetables video view views village visit visitor visitors vocabulary voice voices volunteer volunteers vote walk wall
        warmth water way weather web website wedding welcome wellbeing winner winners wonder wool word words work workshop
        workshops world writer writers writing yard year zone zoo pe ict rshe psed eyfs ks gcse gcses btec sats send
        """
    static let more = """
        able access accident account achievement action active activities activity actually add advice afternoon age ago agree
        ahead air alive allow almost alone already alright amazing amount amused animal animals announce annual answer answers
        anybody anyone anything anyway anywhere appear approach area areas arrive arrived arrow article artwork aside
        atmosphere attack attempt attention attend attended august aunt available aware away awesome baby back background bad
        bake baking balance band bang bar bare base basic bath beat beautiful beauty because become bed bee beginning behalf
        behaviour belief believe belong berries bid big bike bird birds birth bit bite blew blood blow boat bodies body bone
        bonus booked booking bored born borrow boss bother bought bottom bow bowl boy boys brain brave bread break breath
        breeze brief brilliant broken brought budget bug bugs bunch business busy buy buying cab calm came cancel cannot cap
        caps careful cast cat category caught cause celebrate celebrated celebrating celebration celebrations cell centre
        certain certificate certificates chalk chance changed changes character charge chat cheap cheer cheered cheering
        cheerful choice choose chose chosen circle citizen city claim clap clay cleaned climbing clock clothes clouds coast
        cold collect collected collecting comfort coming comment common compete competed competing complete completed concern
        confidence confident connect consent contact contest continue control cool copy cost costs cough counting couple courage
        cousin cover covid create created creating creative crew crisis crop crowd crown cry curious current customs dad dads
        daily damage danger data daughter dead deal debt decided decision decorate deep deer delay delicious delighted
        delightful deliver demonstrated deserve deserved determination determined develop difference different difficult dig
        digital dinosaur direct dirt discover discovered discovery discuss dish distance divide dog dogs done double doubt
        dozen draft dressed drinks drive dropped dry due during duck dust each eager ear early earn earned ease easily eat
        eating edge edit effect egg eggs either electric else email emotion empty encourage encouraged end ended energy engage
        engaged enjoy enjoyed enjoying enough enter entered enthusiasm enthusiastic entire equal equipment especially even
        everybody everyone everything everywhere exact excellent except exciting excited exercise expect expert explain
        explore explored exploring extra extraordinary eyes factory fail fairly faithful false fame famous fancy fantastic far
        fashion fat fault fear feathers feed feeling feelings feet fellow felt fence few fight figure fill filled finally fit
        fix flat flew flight flour flow flute focus fold folk follow followed following fork fortnight forward fought found
        fresh front frog full funny fur further gain gang gap gas gathered general generous genuine giant giggle glad glass
        glasses glove gloves glue gone goodbye goodness gorgeous government graduate grand grandad grandma granny grass grateful
        gratitude grew grow growing grown guess guest guide habit hair half handed hang happen happened happening happiness
        hard hardly harm hate head healthy hearing heat heavy height helpful helping herself hidden highlight hill himself
        hit hole home honest honey hopeful hopefully horror host hotel hours however hug huge human humour hundred hundreds
        hungry hurry hurt husband ice icy imagine imagination important impressed impressive improve inclusion include
        included including increase incredible independent indoor influence inspired inspiring inspiration instead interest
        interested interesting internet invite invited involve involved item items itself jacket jam jar joined join joke
        joyful jumper jumpers juice juicy jungle keeper kick kids kindly knew knife know known lack lad lads lady lamp land
        laptop large late laugh laughed laughter law lawn lay lazy lean leaf least leather leaves leg legend legs lemon length
        lend letting lie lift lighting like liked likely line lines lip listen listened listening lived lively lives living
        load local lock lonely look looked looking looks lord lose loss lost lots loud lovely lover lower loyal lucky lump mad
        made magazine magic magical mail main mainly makers making man manage map maps mask mass masses massive match matches
        material matter maximum mean means measure meat medical medium melt men mention merit mess met method mind mine
        mineral mini minor mirror missing mix mixed mobile modern moments moon moral motivated motor mountain mouse mouth
        move moved movement moving mud muddy mum mums muscle myself mystery nail narrow nation national natural naughty near
        nearby nearly neat necessary neck need needed needs neighbour nerves nervous nest net news nicely nobody noise
        none normal nose nothing notes noticed object observe obvious odd offer offered oil okay older online open opened
        opening operation opinion option orange orchard ordinary organised original ourselves outcome outdoor outdoors
        outstanding oven overall owl own owner oxygen pace package paid pain palace panel parcel parking particular particularly
        partners pass passion past pasta pastry path patient pattern pause peace peaceful peak peel peer peers percent perfect
        perform performed perhaps period permission personal pet pets phase phone piece pieces pile pilot pin pink pipe pirate
        pirates plain plane plastic plate played playful pleasant pleased pleasure plenty pocket poet poison pond pop popular
        position positive possible pot potato potatoes potential pour powder powerful practise practised praise prayer prayers
        prefer prepare prepared presence present presents pressure pretend pretty prevent previous primary print private
        probably produce produced professional proper properly property protect protest proudly prove provide provided public
        pudding pull pumpkin pumpkins puppet puppy purple purpose push puts putting quarter quarters queue quite rabbit radio
        rail rainy raised raising random range rapid rare rat rate rather ready really reason receive recent recently recipe
        red reduce refer regular relax remain remember remembered remind reminder remote remove repair repeat reply request
        required respond responsible return returned ride riding ring rings rise risk river rivers roast rocket rocks roof
        root rope rough row rub rubbish rug ruin runner running rural sad safe safely said sake salad salt same sample sand
        sandwich sandwiches sang sat sauce saved scale scared scarf scary scene scenes scissors scooter scrap sculpture sea
        search seed seeds seemed selected selection self selling sense separate series serious serving several severe sew
        sewing shade shadow shake share shared sharing she shed sheep sheet sheets shelf shell shelter shift shining ship shock
        shoot shopping shops shore shoulder shown shower shut shy sick side sides sign signed silence silly similar simple
        simply since single sink sister site sitting situation six size sky slide slip slow slowly smaller smart smell
        smiles smiling smooth snack snake snow snowy soap social socks soft soil sold solid solo solution solve solved some
        somebody someone something sometimes somewhere son soup source space spare spark sparkle speaker speakers species
        specific specify spectacular speech spend spent spider spin spirit splash split spoke spoon spread square stable stairs
        standard stands stars started starting starts steady steal steel steep stick sticker stickers sticks still stomach
        stopped straight strange straw strawberry stream stress stretch strict stripes structure struggle stuck stuff stunning
        style sudden suddenly sugar suggest suitable sum sun sunshine supper supplies supply supported supporting supporters
        suppose sure surface surprise surprised surrounding swan swap sweat sweets swing switch system tail talented talked
        talking tall tank tape target taste tasted tasty taught tea teaching tears tech teeth television temperature tend tent
        terms terrible terrific thank theatre themselves theme theory thick thin thing things thinking thirsty thoroughly
        thought thousand thousands thread threat throat thumb thunder tie tiger tight till tin tiny tip tired title toe toilet
        tomato tongue took tool tools tooth torch total totally tough tower toy toys track tractor trade traffic treatment
        tree triangle tribe tricky tried trouble truck true truly trumpet trunk truthful tube tune tunnel turned twenty type
        types ugly umbrella uncle understand understanding unique unless unusual update upset upstairs urgent used useful
        user using usual usually valley valuable value van variety various vast vehicle version very vet victory villain
        vision visual vital volcano volcanoes waiting walked walking walks wallet wandering wanted warning wasted watched
        watching weak wealth weapon wearing week weekly weeks weight wet wheel wheels whisper whistle whole wide wider wife
        willing winning wipe wire wishes witch within wolf woman women won wonderful wondering wooden words worked worker
        workers working worlds worm worried worry worse worst worth worthy would wound wrap wrapped wrist wrong yellow
        yes yet yoga younger youngest yourself youth zero zebra quest tests medallists nonstop fundraisers raise raised
        donate donated wellies coats hats bring booking autumnal christmassy tombola stallholders parking headlice nits
        """
}
