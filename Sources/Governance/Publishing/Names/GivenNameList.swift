/// First names that many people in Britain bear: a family name among them may as well be somebody's first name,
/// and a family name after one of them is that person's.
enum GivenNameList {
    static let common = """
        aaron abbie abby abdul abdullah abigail adam aden adrian agnes ahmed aidan aiden aimee aisha alan alana albert alex
        alexander alexandra alexa alexis alfie alfred ali alice alicia alina alisha alison alistair allan allen alma amber
        amelia amelie amina amir amira amy ana anabel andrea andrew angel angela angus anita anna annabel annabelle anne
        annie anthony antonia antonio anya archer archie aria ariana ariel arlo arthur arya asher ashley ashton aubrey
        audrey august aurora austin ava avery axel ayaan ayesha ayla bailey barbara barnaby barry bartholomew bea beatrice
        beau bella ben benedict benjamin bernard bertie beth bethan bethany betty beverley bill billy bilal blake blake blair
        blossom bob bobby bonnie bradley brandon brendan brian bridget bronte brodie brody brooke brooklyn bruce bruno bryan
        bryn caleb callum calum calvin cameron camilla candice carl carla carol caroline carolyn carrie carson carter casey
        caspar cassandra cassie catherine cathy cecilia cedric celia chad chanel chantelle charity charles charley charlie
        charlotte chelsea cherry chester chloe chris christian christina christine christopher ciara claire clara clare
        clarence claudia clayton clifford clive clyde cody colette colin connor conor constance cooper cora coral corey
        courtney craig crystal curtis cynthia daisy dakota dale damian damon dan dana daniel danielle danny daphne darcey
        darcie darcy darius darren dave david dawn dawson dean deborah declan delilah denis denise dennis derek desmond
        dexter diana diane dillon dolly dominic don donald donna dora doris dorothy douglas duncan dylan eden edith edmund
        eddie edward edwin eileen elaine eleanor elena eli eliana elias elijah elise eliza elizabeth ella elle ellen ellie
        elliot elliott ellis eloise elsa elsie elton emilia emilie emily emma emmanuel emmett emmie enid eric erica erik erin
        ernest esme esmee esther ethan etta eugene eva evan eve evelyn everett evie ewan ezra faith farah fatima felicity
        felix fern finlay finley finn fiona fleur flora florence flynn frances francesca francis francisco frank frankie
        franklin fraser fred freddie freddy frederick freya gabriel gabriella gail gareth gary gavin gemma gene genevieve
        geoff geoffrey george georgia georgina gerald gerard gerry gillian gina gladys glen glenn glenda gordon grace
        gracie graeme graham grant grayson greg gregory greta gus guy gwen gwyneth hadley hafsa haleema hamish hamza hana
        hannah hanna harley harold harper harriet harris harrison harry harvey hassan hattie hayden hayley hazel heath
        heather hector heidi helen helena henrietta henry herbert hilary hilda holly hope howard hudson hugh hugo humphrey
        hunter hussain ian ibrahim ida imogen imran ina india indie inaya indigo ingrid iona ira irene iris isaac isabel
        isabella isabelle isaiah isha ishaan isla ismail ivan ivor ivy jace jack jackson jacob jacqueline jade jaden jake
        jamal james jamie jan jana jane janet janice jared jasmin jasmine jason jasper javier jaxon jay jayden jean jeff
        jeffrey jemima jemma jennifer jenny jenson jeremiah jeremy jerome jerry jess jesse jessica jill jim jimmy jo joan
        joanna joanne jodie joe joel joey john johnny jon jonah jonas jonathan jordan joseph josephine josh joshua josie
        joy joyce juan jude judith judy jules julia julian julie juliet june justin kai kaitlyn kara karen karl kate
        katherine kathleen kathryn kathy katie katrina katy kay kayden kayla kayleigh keira keith kelly kelsey kelvin ken
        kendall kenneth kenny kerry kevin khadija khalid kian kiera kieran kim kimberley kingsley kirk kirsty kit kitty
        kyle kylie kyra lacey lana lara lars laura lauren laurence laurie lawrence layla leah leanne lee leigh leila lena
        lennon lenny leo leon leona leonard leonardo leroy leslie lewis lexi liam lila lilian lillian lilly lily lincoln
        linda lindsay lindsey lionel lisa liz lizzie lloyd logan lola lorelei lorenzo loretta lorna lorraine lottie lou
        louie louis louisa louise luca lucas lucia lucian lucille lucinda lucy luka lukas luke luna lydia lyla lyn lynda
        lynn lynne mabel mackenzie macy maddie maddison madeleine madison mae maggie mahmoud maia maisie malachi malcolm
        malik mandy marcel marcia marco marcus margaret margot maria mariam marian marianne marie marilyn marina mario
        marion marissa marjorie mark marlon marshall martha martin marvin mary maryam mason matilda matteo matt matthew
        maureen maurice max maxim maximilian maxine maxwell may maya meera megan meghan mehmet mel melanie melissa melody
        mercedes mercy meredith mia micah michael michaela michelle miguel mike mila miles millicent millie milly milo
        mimi minnie mira miranda miriam mitchell moe mohamed mohammad mohammed moira molly mona monica monique montgomery
        morgan morris mortimer moses muhammad muriel murray musa mustafa myla myles myra myrtle nadia nadine nancy naomi
        natalia natalie natasha nathan nathaniel neil nell nellie nelson neve neville niall niamh nicholas nick nicola
        nicole nigel nikita nina noah noel nora norah norma norman nova octavia olga oliver olive olivia ollie omar opal
        orla oscar oskar osman otis otto owen paige pam pamela parker pat patience patricia patrick patsy patty paul paula
        pauline payton pearl pedro peggy penelope penny percy perry peter petra phil philip philippa phillip phoebe phyllis
        piers pip piper pippa polly poppy porter preston primrose priscilla priya quentin quincy quinn rachael rachel
        rafael rafe raheem rahul ralph ramona randall raphael raul raven ray raymond rebecca reece reed reggie reginald
        reid rene rex reuben rhian rhiannon rhona rhys ricardo richard ricky riley rio rita river rob robert roberta robin
        robyn rocco rodney roger roland roma roman ronald ronan ronnie rory rosa rosalie rosalind rosanna rose roseanna
        rosemary rosie ross rowan roxanne roy ruairi ruby rudy rufus rupert russell ruth ryan sabrina sadie saffron saira
        sally salma salman sam samantha samina samuel sandra sandy santiago saoirse sara sarah saskia saul savannah scarlett
        scott sean sebastian selena serena seth shane shannon sharon shaun shaw shawn sheila shelby sheldon shelley sheridan
        sherry shirley sid sidney sienna sierra silas simon simone skye skyler sofia sonia sonny sophia sophie spencer stacey
        stan stanley stella stephanie stephen steve steven stewart stuart sue suki summer susan susanna susie suzanne
        sybil sydney sylvia tabitha talia tamara tamsin tania tanya tara taylor ted teddy terence teresa terry tess tessa
        thea theo theodore theresa thomas tiana tiffany tilly tim timothy tina toby todd tom tommy toni tony tracey tracy
        travis trevor tricia trinity tristan trudy tyler tyrone una uma umar ursula valentina valerie vanessa vera verity
        vernon veronica vicky victor victoria vince vincent viola violet virginia vivian vivienne wade wallace walter
        warren wayne wendell wendy wesley wilbur wilfred will willa william willow winifred winnie winston wyatt xander
        xavier yasmin yasmine york yolanda younis yousef yuri yusuf yvette yvonne zac zach zachary zahra zain zaina zainab
        zak zane zara zayn zayd zeke zelda zoe zora zuri yahya zakariya idris haroon harun bilal tariq usman hasan husain
        ismaeel sulaiman safiya sumaya ruqayyah hafsah nusaybah asiya halima amina layth anas adnan faisal rayan rayyan
        esa isa musa dawud nuh haris hamid jamil karim nadeem naveed rashid saeed salim shahid sohail waleed wasim yasin
        zubair marcin piotr pawel jakub kacper zofia zuzanna julia maja oliwia aleksander krzysztof tomasz michal lukasz
        agnieszka katarzyna malgorzata aleksandra gethin rhodri gwilym iestyn carys cerys sian ceri eleri ffion lowri
        nia seren tomos ieuan ifan iwan osian macsen aoife cillian oisin padraig sinead siobhan caoimhe darragh fionn
        """
}
