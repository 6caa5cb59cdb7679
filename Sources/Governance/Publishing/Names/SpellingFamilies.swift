/// Spellings of one name that people exchange without noticing. A spelling stands in one family only.
enum SpellingFamilies {
    /// The family's spellings, by each spelling.
    static let byHash: [UInt64: Int] = {
        var table: [UInt64: Int] = [:]
        for (index, family) in all.enumerated() {
            for spelling in family { table[SpellingHash.of(spelling)] = index }
        }
        return table
    }()

    static let all: [[Substring]] = lines.split(separator: "\n").map { $0.split(separator: " ") }

    private static let lines = """
        muhammad mohammed mohammad muhammed mohamed mohamad muhamad muhamed mohamet mohammod muhammod mohammud \
        mahomed mohd md mehmed mahamed maxamed mohamud muhammet mohamuud mohammadd mohamod mehmet
        yusuf yousuf yousef yusef youssef yusof yousof yosef yusuff yoosuf yussuf yousaf yusaf
        aisha aysha aishah ayisha ayesha aysa aesha aaisha aishat ayshah aisyah aicha eesha ayeesha aaishah
        fatima fatimah fatema faatimah fathima fatma faatima fatimata fatimatou fatemeh fatihma
        zainab zaynab zeinab zaineb zeynab zaynub zainub zeynep zaenab zainob
        khadija khadijah khadeeja khadeejah khadiza kadija hadija khadidja khatija khadeja
        maryam mariam maryum mariyam mariyah meryem mariem miriyam maryem mariyum marium
        ibrahim ebrahim ibraheem ebraheem ibrahima ibraahim ibrahem
        sulaiman sulayman suleiman sulaimaan suleman sulemaan sulieman solomonn suleyman soliman sulaymaan suliman
        umar omar umer omer oumar umaar
        usman uthman osman othman usmaan uthmaan ousman ozman usmon
        ismail ismaeel ismael ishmael ismaeil ismaal ismayil esmail ismeal
        ali aly alee
        ahmed ahmad ahmet achmed ahmedd ahmat ahamed ahemed ahmaad ehmed
        hussain hussein husain husayn hussayn hossain hossein hussien hosain hussan hussaini husein hussin houssein
        hassan hasan hasaan hassen hasen
        abdullah abdulla abdallah abdula abdalla abdillah abdoullah abdelah
        abdulrahman abdurrahman abdurahman abdelrahman abdalrahman abdirahman abdulrehman abdurrehman abdulraheman \
        abdourahman abdurahmaan
        abdulrahim abdurrahim abdulraheem abdurraheem abdelrahim
        abdulkarim abdulkareem abdelkarim abdalkarim
        abdulaziz abdelaziz abdulazeez abdiaziz abdoulaziz
        abdulmalik abdelmalik abdelmalek abdulmalek
        abdulhamid abdelhamid abdulhameed
        rahman rehman rahmaan rahmann rahmon
        karim kareem kerim karem
        rahim raheem rahem
        hamid hameed hamed
        rashid rasheed rachid
        saeed saeid sayeed saed
        syed sayed sayyid seyed sayyed syeed saiyed
        sheikh shaikh shaykh sheik shaik sheekh shaykhh
        choudhury chowdhury chaudhry chaudhary choudhry chaudhuri chowdhry chaudhri choudhary chaudry choudry \
        choudhari chowdhary
        miah mia miya miyah meah mea
        begum begom begam beghum
        khatun khatoon khatoun
        akhtar akther akter akhter akthar aktar
        siddiqui siddique siddiqi siddiqa siddiqua siddiquee siddiky
        qureshi quraishi koreshi kureshi quraishy qureishi
        iqbal ikbal eqbal
        bilal belal bilaal
        hamza hamzah hamzaa humza hamsa humzah
        idris idrees edris idriss
        haroon harun haroun
        dawud dawood daud dawoud daoud dawd
        musa moosa mousa moussa musaa
        isa eesa essa issa eisa
        yahya yahyaa yehya yehia yahia yaya
        zakariya zakaria zakariyya zakariyah zachariya zekeriya zakarya zakariyyah
        ayaan ayan
        ayoub ayub ayyub ayoob
        adam adem aadam
        nuh nooh
        yaqub yaqoob yacoub yakub yaqoub yakoob
        yunus younus younis yunis younas yonus yoonus
        ilyas elyas ilias ilyaas eliyas
        khalid khaled kalid khaleed
        tariq tarik tarek tareq taariq
        faisal faysal feisal faisel faizal
        nadeem nadim
        naveed navid
        waleed walid waled
        wasim waseem
        yasin yaseen yassin yasiin
        jamil jameel
        jamal jamaal gamal jamale
        salim saleem selim
        shahid shaheed
        sohail suhail suhayl sohel
        imran emran imraan
        irfan erfan
        aslam aslaam
        mahmoud mahmood mahmud mehmood mahmoodd mehmud
        mustafa mustapha moustafa mostafa mustafah
        murad mourad
        nasir nasser naser nassir
        omran umran
        osama usama ousama
        qasim kasim qassim kasem qaasim
        sadiq sadik saadiq sadeeq
        safiya safiyah safia safiyya saffiya safiyyah saffiyah
        sumaya sumayya sumayyah sumaiya sumaiyah sumeya somaya
        ruqayyah ruqayya ruqaya ruqaiya ruqia rukaya ruqayah rukayyah
        hafsa hafsah hafza hafsaa
        halima haleema halimah haleemah halema
        amina aminah ameena ameenah aamina aminata aaminah
        asma asmaa asmah
        asiya asiyah aasiya aasiyah
        zahra zahraa zahrah
        nusaybah nusaiba nusaybaa nusaibah
        zakir zakeer
        iman eman imaan emaan
        ikram ikraam
        jannat jannah janna jannath
        maysa maisa maysaa
        sana sanaa sanah
        sara sarah saara
        saira sayra saera sairah
        samira sameera samirah sameerah
        shabnam shabnum
        shazia shaziya
        tahira taheera tahirah
        yasmin yasmine yasmeen yasemin yasmina
        jasmine jasmin jazmin jasmyn jazmine
        layla laila leila leyla laylah lailah leilah
        nadia nadiya nadya nadiah
        noor nur noora nour
        rabia rabiya rabeea rabiah rabiyah
        zoya zoia
        singh singhh
        kaur kour
        patel patell pattel
        shah shahh
        khan khaan
        malik malek maleek
        mirza meerza
        islam islaam eslam
        uddin udin uddeen deen din
        nguyen nguyenn
        catherine katherine kathryn catharine katharine katheryn cathryn kathrine catheryn
        steven stephen stephan steffan stefan stevan
        geoffrey jeffrey geoffery jeffery jeffry
        sean shaun shawn shaune
        jonathan johnathan jonathon johnathon jonothan
        thomas tomas thomass
        nicholas nicolas nikolas niklas nickolas nicklas
        michael micheal mikael mikhail mickael michal mihail
        matthew mathew matthieu mathieu mateusz
        philip phillip filip phillipp
        frederick fredrick frederic fredric friedrich
        alexander aleksander alexandre aleksandr alexandar aleksandar
        alexandra aleksandra
        alistair alastair alasdair alister alisdair
        alan allan allen
        aidan aiden aydan ayden aidyn
        bryan brian bryon
        callum calum kallum
        cameron kameron camron
        christopher kristopher cristopher christofer
        christian kristian cristian
        connor conor konnor conner
        craig kraig
        curtis kurtis
        declan deklan
        dominic dominik dominick
        dylan dillon dillan dilan dyllan
        eric erik erick
        elliott elliot eliot eliott elyot
        ethan ethen eathan
        evan evann
        finlay finley findlay finnley
        gareth garreth
        gavin gavyn
        graham graeme grahame
        harley harlee harleigh
        harvey harvie harvy
        hayden haydn haydon heyden
        hugh huw
        isaac issac isaak izaac izaak isac
        jackson jaxon jaxson jakson
        jacob jakob yakov jacobb jakub
        jaden jayden jaiden jaydon jaydn
        jake jayke
        jamie jaime jamey jaimie jaymie jami
        jason jayson
        jordan jordon jorden
        joel joell
        joseph josef jozef yoseph
        joshua joshuah
        josie josey josi
        kai kye ky kaii
        kieran kieron ciaran kiaran keiran kyran
        kyle kyal
        lawrence laurence lorence laurens
        lee leigh
        leo leoo
        lewis louis lewys
        liam lyam
        lucas lukas luckas
        luke luc
        marcus markus
        martin martyn
        morgan morgann
        nathan nathen
        neil neal neill
        oliver olivier oliwer
        oscar oskar
        owen owain owein
        reece rhys reese rees
        reuben ruben rueben
        riley reilly rylee ryley reiley rileigh
        ryan rian ryann
        samuel samual
        sebastian sebastien
        spencer spenser
        stuart stewart
        theo theoo
        toby tobey tobi
        tyler tylar
        zachary zachery zackary zakary zachariah
        zac zach zack zak
        abby abbie abbey abi abbi
        abigail abigale abbigail abigayle abigael
        aimee amie ami
        alana alanna allana
        alice alys alyce
        alicia alisha alesha alysha alishia
        alison allison alyson
        amelia emelia amilia
        amelie amely
        anna ana
        anne ann
        annabel annabelle anabel anabelle
        ashleigh ashley ashlee ashlie ashly
        beth bethh
        bethany bethanie bethani
        caitlin kaitlyn caitlyn katelyn kaitlin caitlynn katelin
        cara kara
        carys cerys carris
        charley charlie charli charly
        charlotte charlott
        chelsea chelsey chelsie
        chloe khloe cloe chlo
        claire clare clair
        courtney kourtney courteney
        daisy daisie
        darcey darcy darcie darci
        eleanor elinor ellenor eleanore
        elise elyse elize
        elizabeth elisabeth elizebeth
        ella ellah
        ellie elly elli
        eloise heloise
        emily emilie emmily emilee
        erin erinn eryn
        esme esmee esmae
        eva evah
        evie evy eevie
        faye fay
        felicity felicitie
        ffion fyon
        florence florance
        freya freyja freja
        gabriella gabriela
        georgia georga
        georgina georgena
        grace gracee
        gracie gracey
        hannah hanna hana
        harriet harriett
        hayley hailey haley hailee hayleigh haylie
        imogen immogen imogene
        isabel isobel izabel ysabel isabell
        isabella izabella isabela isobella
        isabelle isobelle izabelle
        isla eilah islah
        jade jayde jaide
        jane jayne
        jenny jennie
        jennifer jenifer jeniffer
        jessica jesica jessika
        jodie jody jodi
        julia yulia giulia
        karen karin caren
        kate cate
        katie katy kaity katey kati
        kayleigh kayley kaylee kaleigh
        keira kiera kira keera
        kelly kelley kellie
        kirsty kirstie kirsti
        lacey lacy lacie
        lauren lauryn loren lawren
        leah lea lia leia
        lily lilly lillie lilli
        lillian lilian
        libby libbie
        lisa leesa
        lola lolah
        louise louize luise
        lucy lucie luci
        lydia lidia
        lynn lynne lyn
        madeleine madeline madelaine madelyn
        maddison madison madisyn
        maisie maisy maizie maisey
        maya maia mya maiya
        megan meghan meagan
        melanie melany
        millie milly
        molly mollie
        natalie nathalie natalee
        natasha natacha
        neve niamh neave neeve
        nicola nichola nikola
        nicole nichole
        olivia oliwia alivia
        paige payge
        phoebe pheobe phebe
        poppy poppie
        rachel rachael rachal
        rebecca rebekah rebeca rebekka
        rhian rhiann
        rosie rosey
        rowan rowen
        ruby rubie
        samantha samanther
        scarlett scarlet scarlette
        shannon shanon
        sienna siena sianna
        skye skie
        sofia sophia zofia sofiya
        sophie sofie sophy
        stacey stacy stacie
        stephanie stefanie stefany
        susan susann
        suzanne susanne
        tegan teagan
        teresa theresa
        tia tiaa
        tilly tillie
        tracey tracy
        vicky vicki vickie
        victoria viktoria
        wendy wendi
        zoe zoey zooey
        smith smyth smythe
        clark clarke
        brown browne
        taylor tayler
        davis davies davys
        thompson thomson tomson
        johnson jonson
        phillips philips phillipps
        roberts robertes
        edwards edwardes
        stephenson stevenson stephensen
        stephens stevens
        reid reed reade
        hughes hughs
        morris morriss
        matthews mathews
        harris harries harriss
        wallace wallis
        watts wats
        webb webbe
        macdonald mcdonald mcdonnald
        mackenzie mckenzie makenzie
        mackay mckay
        macleod mcleod mccloud
        mcgregor macgregor
        mcintyre macintyre
        mclean maclean mcclean
        mcmillan macmillan
        mckinnon mackinnon
        mcpherson macpherson
        mcfarlane macfarlane
        mclaughlin mcloughlin maclaughlin
        mcintosh macintosh mackintosh
        mckinley mackinley
        mcneil macneil mcneill macneill
        mcqueen macqueen
        mcallister macallister macalister mcalister
        mcarthur macarthur
        mcdougall macdougall macdougal
        mclaren maclaren
        oconnor oconor
        oneill oneil oneal
        oreilly oreilley
        okeefe okeeffe
        obrien obrian obryan
        kowalski kowalska
        nowak novak
        wisniewski wisniewska
        wojcik voicik
        kaminski kaminska
        lewandowski lewandowska
        zielinski zielinska
        szymanski szymanska
        ivanov ivanova
        petrov petrova
        popescu popesku
        stjohn saintjohn
        """
}
