/// Words that a school never publishes. Lists rank; people judge: what is plain here is stopped, what is only rude to
/// somebody is looked at.
enum AbuseWords {
    /// Obscenities, slurs, sexual words and threats.
    static let plain = WordPhrases(
        words(
            """
            fuck fucks fucked fucker fuckers fucking fuckin fuckwit fuckwits motherfucker motherfuckers mofo fck fcking fuk \
            fuking fukin fvck phuck fukken shit shits shitty shite shitting shithead shithole bullshit bullshitter \
            cunt cunts cunting twat twats wank wanks wanking wanker wankers bastard bastards bollocks bollox bellend bellends \
            dickhead dickheads knobhead knobheads arse arses arsehole arseholes asshole assholes piss pissed pissing slut sluts \
            slutty slag slags whore whores bitch bitches bitching bitchy tosser tossers cocksucker cocksuckers prick pricks \
            gobshite shitstorm dipshit jackass clusterfuck stfu wtf \
            nigger niggers nigga niggas paki pakis spastic spastics retard retards retarded mong mongs faggot faggots poof \
            poofs poofter poofters tranny trannies gyppo gyppos gypo gypos pikey pikeys coon coons wog wogs kike kikes gook gooks darkie \
            darkies raghead ragheads towelhead towelheads wetback wetbacks yid yids spaz spacker spackers lesbo lesbos shemale \
            shemales chinky chinkies gippo gippos halfcaste chink \
            porno pornhub blowjob blowjobs handjob handjobs cumshot cumshots jizz dildo dildos milf milfs horny gangbang \
            bukkake titties creampie deepthroat upskirt kys paedo paedos nonce nonces
            """) + [
                "half caste", "bell {end,ends}", "window {licker,lickers}", "batty boy", "blow job", "hand job",
                "send nudes",
                "watch porn",
                "porn {video,videos,site,sites,film,films,star}", "free porn", "{big,nice,her,your} {tits,boobs}",
                "tits out",
                "sexy {girl,girls,boy,boys,teacher,teachers,schoolgirl,schoolgirls,pupil,pupils,kid,kids}",
                "{kill,hang} {yourself,yourselves}", "{i,we} will kill {you,him,her,them}",
                "{ill,gonna,going to} kill {you,him,her,them}",
                "{hope,wish} {you,he,she,they} {die,dies,get cancer}", "go and die", "{stab,shank} {you,him,her,them}",
                "{beat,smash,kick} {you,your,his,her,their} {up,head,heads,face,face in,head in}",
                "bomb {the,this,your} school",
                "burn {the,this,your} school down", "{deserves,deserve} to {die,be shot,be hanged}",
                "rape {you,her,him,them}",
                "{go back to,get back to} {your,their} own country", "{piss,sod,bugger} off", "son of a bitch",
                "suck my", "eat shit",
            ])

    /// Milder insults at people, and accusations.
    static let likely = WordPhrases(
        words(
            """
            idiot idiots moron morons imbecile imbeciles scum scumbag scumbags cretin cretins dimwit dimwits halfwit halfwits \
            nutter nutters psycho psychos pervert perverts liar liars dumbass crap crappy tart bimbo chav chavs \
            numpty numpties
            """) + [
                "{useless,stupid,dumb,thick,lazy,disgusting,pathetic,vile,ugly,fat,horrible,nasty,filthy,worthless} {people,parents,parent,teachers,teacher,kids,children,child,pupils,pupil,staff,woman,women,man,men,boy,girl,family,families,governors,cow,pig,brat,brats}",
                "{is,are,was,were} {a,an,all,both,complete,total} {thief,thieves,liar,liars,fraud,frauds,crook,crooks,criminal,criminals,pervert,paedophile,paedophiles,bully,bullies,racist,racists,sexist,drunk,junkie,alcoholic,psychopath}",
                "{is,are,was,were} {thieves,crooks,criminals,paedophiles,racists,frauds}",
                "{a,the} {thief,fraud,crook} {who,and} {stole,robbed}",
                "{stole,steals,stealing,embezzled} {from,money from} {the,our} {school,charity,fund,funds,children}",
                "{you,hes,shes,theyre,youre} {a,are a,such a} {loser,muppet,joke,disgrace,snake,waste of space}",
                "bunch of {losers,clowns,muppets,snakes,crooks}",
                "waste of space", "bloody {hell,useless,stupid,idiots,awful,liars}", "{so,thats so,how} gay lol",
                "thats so gay", "watch your back",
                "{you,theyll,youll} {will,} regret this", "{hope,hoping} you rot", "burn in hell", "go to hell",
                "rot in hell", "{drop,drops} dead",
                "{fiddled,cooked,cooking,fiddling} the books",
                "{sleeping,slept} with {a,his,her} {pupil,student,pupils,students}", "pussy",
                "{all,those,these,dirty,bloody} {foreigners,immigrants,gypsies,travellers,muslims,jews,blacks,whites,christians} {should,are,must,ruin,ruined}",
                "{girls,women,boys,men} are {stupid,useless,inferior,rubbish}", "{mentally,retarded} deficient",
                "{immigrants,migrants,refugees,foreigners,muslims,jews,christians,gays,lesbians,gypsies,travellers,blacks,asians} are {vermin,disgusting,animals,dirty,subhuman,evil,thick,inferior,terrorists,parasites,filth}",
                "go back to where {you,they} came from", "{women,girls} belong in the kitchen",
                "{jews,muslims} control {everything,the world,the media,the banks}",
                "{disabled,special needs} {kids,children,people,pupils} are {thick,stupid,a burden,useless}",
                "you people are {subhuman,animals,disgusting,vermin}",
                "{cripple,cripples,midget,midgets}",
            ])

    /// What is looked for inside words, behind signs and between spaces.
    static let stems = [
        "fuck", "shit", "cunt", "twat", "wanker", "bastard", "bollock", "arsehole", "asshole", "dickhead", "bitch",
        "slut",
        "whore", "nigger", "nigga", "faggot", "paki", "retard", "prick", "tosser", "bullshit", "motherfucker",
        "fucking",
        "fucker", "wankers", "bastards", "bitches", "shite", "shitty", "fucked", "niggers", "cunts", "twats",
        "dickheads",
        "knobhead", "pricks", "bellend", "whores", "sluts", "spastic", "tranny", "bollocks", "porn", "pissed", "wank",
    ]

    /// Found inside any word: no ordinary word holds them, but for the exceptions.
    static let always: [(stem: [UInt8], except: [[UInt8]])] = [
        ("fuck", []), ("cunt", ["scunthorpe", "scunthorpes", "scunt"]), ("wanker", []), ("bastard", ["bastardi"]),
        ("bollock", []), ("arsehole", ["hearsehole"]),
        ("asshole", ["passhole", "masshole", "brasshole", "glasshole", "grasshole"]),
        ("dickhead", []), ("bullshit", []), ("nigger", ["snigger"]), ("motherf", ["motherfo"]),
    ].map { (Array($0.utf8), $1.map { Array($0.utf8) }) }

    private static func words(_ list: String) -> [String] {
        list.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
