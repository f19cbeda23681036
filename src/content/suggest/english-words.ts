/** Short forms of chats, notes and contact centres, written out. An empty one says nothing and is left out. */
export const SHORT_FORMS = `
  u=you ur=your r=are ya=you im=i am ive=i have youre=you are hes=he is shes=she is theyre=they are whos=who is
  thats=that is cos=because coz=because cuz=because bc=because bcs=because bcos=because b4=before w=with wo=without
  abt=about bout=about tho=though thru=through smth=something sth=something sthg=something ppl=people msg=message
  msgs=messages pls=please plz=please thx=thanks ty=thanks k=ok kinda=kind of gonna=going to wanna=want to gotta=got
  to gimme=give me lemme=let me dunno=dont know outta=out of n=and nd=and cust=customer custs=customers cx=customer
  cst=customer cstmr=customer clt=client pt=patient pax=passenger acct=account acc=account acnt=account mgr=manager
  mngr=manager sup=supervisor supe=supervisor spv=supervisor tl=team lead tm=team manager dept=department
  depts=departments appt=appointment appts=appointments min=minute mins=minutes hr=hour hrs=hours wk=week wks=weeks
  yr=year yrs=years pymt=payment pmt=payment tix=tickets tkt=ticket addy=address ph=phone tel=phone pw=password
  pwd=password pc=computer esc=escalation esca=escalation comp=compensation comped=compensation sm=social media
  fb=facebook ig=instagram insta=instagram cannot=cant couldnt=cant couldn=cant unable=cant doesnt=dont didnt=dont
  didn=dont doesn=dont wouldnt=wont wouldn=wont isnt=not wasnt=not arent=not werent=not aint=not hasnt=havent
  hadnt=havent shouldnt=should not shouldve=should have wouldve=would have couldve=could have mustve=must have kb=knowledge base kba=knowledge base hq=head office ho=head office bo=back office
  wtf=@swear ffs=@swear stfu=@swear omfg=@swear af=very tbh= lol= lmao= smh= ugh= omg= ngl= imo=
`;

/** Spellings that differ between the sides of the Atlantic, irregular forms, and names for people, as one. */
export const SPELLINGS = `
  cheque=check tyre=tire grey=gray programme=program centre=center licence=license behaviour=behavior colour=color
  favour=favor favourite=favorite honour=honor neighbour=neighbor rumour=rumor humour=humor labour=labor mum=mom
  mummy=mom mam=mom ma=mom cancelled=cancel canceled=cancel cancelling=cancel canceling=cancel travelled=travel
  traveled=travel apologise=apologize tonne=ton catalogue=catalog dialogue=dialog instalment=installment
  enquiry=inquiry enquire=inquire learnt=learned burnt=burned spelt=spelled whilst=while arse=ass bum=butt
  moustache=mustache pyjamas=pajamas storey=story rang=call ring=call ringing=call rung=call phoned=call
  phoning=call calld=call telephoned=call bloke=man chap=man guy=man dude=man fella=man gentleman=man geezer=man
  fellow=man lad=man lady=woman gal=woman lass=woman madam=woman girl=woman client=customer caller=customer
  guest=customer passenger=customer patient=customer tenant=customer user=customer member=customer shopper=customer
  buyer=customer policyholder=customer cardholder=customer punter=customer consumer=customer subscriber=customer
  resident=customer citizen=customer applicant=customer visitor=customer merchant=customer traveller=customer
  traveler=customer told=tell telling=tell said=say says=say saying=say sed=say asked=ask wanted=want went=go
  goes=go gone=go gave=give given=give took=take taken=take made=make sent=send lost=lose knew=know known=know
  thought=think felt=feel kept=keep left=leave spoke=speak spoken=speak wrote=write written=write got=get had=have
  has=have came=come broke=break stole=steal threw=throw bought=buy paid=pay swore=swear sworn=swear froze=freeze
  frozen=freeze forgot=forget forgotten=forget lied=lie lying=lie lies=lie liar=lie slept=sleep dying=die dead=die
  died=die
  talkin=talk yellin=yell shoutin=shout screamin=scream cussin=cuss cursin=curse swearin=swear callin=call
  askin=ask sayin=say tellin=tell tryin=try doin=do goin=go gettin=get waitin=wait lookin=look workin=work
  cryin=cry lyin=lie demandin=demand threatenin=threaten interruptin=interrupt complainin=complain treatin=treat
  actin=act comin=come puttin=put hangin=hang freezin=freeze crashin=crash repeatin=repeat changin=change
  blamin=blame insultin=insult rantin=rant ragin=rage moanin=moan whinin=whine arguin=argue refusin=refuse
  listenin=listen hearin=hear understandin=understand speakin=speak mumblin=mumble rushin=rush losin=lose
  runnin=run keepin=keep givin=give takin=take havin=have bein=be thinkin=think wantin=want needin=need
  bitchin=bitch laughin=laugh mockin=mock playin=play wastin=waste pushin=push nagin=nag bangin=bang
  throwin=throw barkin=bark snapin=snap stressin=stress panicin=panic jokin=joke refreshin=refresh loadin=load
  loggin=log droppin=drop cuttin=cut hittin=hit sittin=sit quittin=quit shakin=shake draggin=drag spittin=spit
  beggin=beg rippin=rip nothin=nothing somethin=something everythin=everything anythin=anything fuckin=fucking
  freakin=@swear friggin=@swear
`;

/**
 * Words that mean much the same in a hard case. A family stands beside the word itself, so that a word that is in no
 * example still points somewhere.
 */
export const FAMILIES = `
  shout: shout yell scream holler roar shriek screech bellow bawl yap yelp bark loud volume rant explode erupt lash
    snarl growl thunder blast
  swear: swear swore sworn curse cuss profanity fuck fucking fucker fucked bloody shit shitty crap bollocks damn
    bugger expletive effing fword obscenity foul fook feck potty language
  rude: rude nasty impolite disrespectful snarky snide condescending patronising patronizing sarcastic sarcasm sarky
    curt brusque abrupt harsh hostile aggressive abusive abuse unfriendly mean vile stroppy gobby arsey bitchy
    offhand dismissive belligerent discourteous insolent snotty surly cold sneer scoff tut huff sigh bossy tone
    attitude manners unkind uncivil crude coarse blunt spiteful scathing confrontational obnoxious unpleasant
    horrible horrid awful
  gesture: finger gesture eyes eyeroll slam bang thump throw threw toss fling snatch glare stare point clap whistle
    click snap
  insult: idiot stupid dumb moron imbecile useless incompetent clown thick pathetic loser fool muppet twat cunt
    bitch asshole arsehole dickhead prick wanker tosser cow pig donkey dimwit dunce halfwit simpleton bimbo
    brainless braindead worthless airhead numpty plonker knob jerk bastard retard retarded insult cretin nitwit twit
    ass ape dipshit dumbass bellend insulted mock belittle ridicule humiliate demean degrade taunt tease sneer
    ignorant illiterate uneducated inept hopeless scum trash garbage rubbish parasite monkey robot parrot failure
    slacker peasant lowlife doofus
  looks: accent weight fat ugly hair looks appearance voice name teeth age skin clothes body lisp stammer stutter
    makeup tattoo
  threat: threat threaten kill murder stab shoot punch hit beat attack hurt assault violent violence slap strangle
    smash kick choke spit spat lunge fist shove push headbutt burn bomb die death revenge blood bones grave bullet
    harm brawl
  weapon: gun knife bomb weapon pistol bat axe machete blade rifle acid hammer bottle brick
  hate: racist racism racial slur nazi homophobic transphobic antisemitic islamophobic xenophobic sexist paki
    faggot fag tranny hate bigot bigoted immigrant foreigner misogynist gay lesbian trans jew jewish muslim black
    brown white arab indian asian african chinese gypsy hijab headscarf turban religion discriminate discrimination
    slurs nword deport supremacist ethnic
  sexual: sex sexual sexy nude naked dick penis boobs breast tits lewd pervert perv pervy harass harassment
    underwear bra panties masturbate creepy creep flirt rape raped orgasm horny obscene explicit grope touch kiss
    bum butt thigh lap bedroom bed date boyfriend single lingerie porn genitals crotch wank moan kinky lick
    proposition hooker prostitute nudes
  stalk: stalk stalker stalking follow outside home park car address wait waiting lurk
  police: police security guard alarm emergency cops
  blame: blame fault guilty responsible accuse accused scapegoat flak liable culprit flack punchbag whipping
    messenger villain rap
  elsewhere: courier driver warehouse logistics dispatch sales billing finance marketing housekeeping kitchen chef
    technician engineer plumber installer supplier vendor contractor manufacturer carrier dhl fedex ups hermes evri
    dpd usps florist landlord pharmacy lab developer predecessor subcontractor airline airport store branch shop
    website salesman salesperson rep agent previous handyman mechanic fitter postman mailman broker hotel restaurant
    factory council government ministry bank partner third
  complain: complaint complain grievance report escalate escalation
  boss: boss manager supervisor superior lead leader management director chief teamlead head foreman superintendent
    principal owner ceo corporate
  legal: lawyer solicitor attorney sue court legal lawsuit litigation tribunal advocate barrister legally judge
    lawyers rights
  regulator: ombudsman ofcom ofgem fca bbb regulator authority cfpb fcc ftc watchdog commissioner gdpr ico council
    mayor minister mp congressman senator union consumer ministry
  press: newspaper press media tv journalist reporter news paper viral tiktok youtube twitter tweet facebook
    instagram linkedin reddit publicly film filming video record recording post posting public expose internet
    online followers influencer blog
  review: review star trustpilot yelp tripadvisor google rating nps csat survey rate feedback stars reviews
  leave: switch competitor competition elsewhere provider rival cancel leave quit terminate unsubscribe close
  refund: refund reimbursement reimburse moneyback rebate repay repayment
  refuse: refuse decline deny denied reject rejection rejected disallow refusal turndown impossible
  policy: policy warranty guarantee eligible ineligible coverage covered nonrefundable exception rule rules allowed
    permitted authorised authorized deadline expired regulation terms exclusion qualify limit restriction law
    insured validity valid entitlement
  money: fee charge discount credit voucher coupon compensation price cost deposit fine penalty surcharge bill
    invoice payment rate tariff premium money cash pay dollar euro pound bucks quid
  demand: demand demanding insist expect expects expectation freebie freebies vip entitled deserve special treatment
    privilege privileged spoiled spoilt pushy outrageous unreasonable ridiculous arrogant snob snobby bossy priority
    immediately upgrade perks loyal loyalty platinum gold royalty king queen princess servant maid butler slave
    selfish greedy cheeky haggle bargain
  free: free freebie complimentary gratis nothing
  angry: angry mad furious fuming fumin livid irate raging rage pissed seething boiling annoyed upset cross enraged
    outraged incensed steaming heated agitated anger infuriated fury temper irritated frustrated ballistic bitter
    aggravated riled hostile wound worked hot hopping
  start: hello hi greeting start begin beginning already before straight immediately first opened instantly outset
    onset second moment word
  vague: vague unclear confusing confused confuse ambiguous cryptic incoherent gibberish unspecific muddled nonsense
    rambling ramble waffle waffling mumble incomprehensible illegible jumbled garbled puzzling riddle mystery guess
    meaning sense details detail specific context info information blurry thingy whatsit gist
  unlistening: listen interrupt interrupting stubborn ignore ignores ignored argue argues deaf budge insist repeats
    repeating monologue overtalk interject obstinate pigheaded lecture hear wall explain explained convince reason
  repeat: again repeat same over twice times circle loop record
  lie: lie lied lies lying liar fib dishonest untrue deceive deceit deceitful truth honest bluff exaggerate invent
    claim pretend story deny denies swears
  fake: fake forged forge fraud fraudulent fraudster scam scammer counterfeit bogus phony phoney false falsified
    impersonate impersonating conman cheat cheating fabricated doctored fishy dodgy shady sketchy swindle steal
    stealing stole theft thief tampered suspicious photoshop edited con trick phishing hoax sham staged chargeback
  cry: cry cried crying sob weep tear tears wept tearful bawling teary weepy
  grief: die died dead death dying funeral bereaved bereavement widow widower grieve grief deceased miscarriage
    mourning loss orphan burial ashes coffin late
  distress: desperate panic panicking scared terrified frightened devastated distraught distressed hysterical
    heartbroken lonely homeless evicted stranded suicidal suicide vulnerable despair heartbreaking traumatised
    traumatized trauma shaken helpless hopeless afraid beg begging plead pleading overwhelmed sad tragic frail
    elderly pensioner dementia shaking trembling crisis refugee victim abused emergency accident crash fire flood
    bankrupt unemployed poor hunger starving pity
  family: husband wife mum mom mother dad father son daughter kid kids child children baby partner boyfriend
    girlfriend grandma grandmother grandpa nan gran sister brother spouse toddler newborn hubby parents aunt uncle
    granddad grandson cousin family ex teenager
  ill: sick ill cold flu fever headache migraine nauseous cramps allergies allergy dizzy toothache backache sore
    cough hayfever hangover unwell asthma stomach covid pain ache throat sinus hurts poorly nausea
  disease: cancer chemo stroke tumour tumor leukaemia leukemia terminal diagnosis hospital surgery ambulance
    intensive insulin oxygen medicine
  mistake: mistake error slip blunder typo oversight goof oops whoops mishap blooper fault
  botch: mess messed screw screwed botch muck mucked bungle fluff fluffed bodge cock flub mixup mix mixed swapped
    blew ruin
  forget: forget forgot forgotten overlook overlooked misread misheard misquoted misspelled mistyped miscalculated
    omitted missed skip skipped misplace misfiled misinformed misunderstood mispronounce
  wrongly: wrong incorrect incorrectly wrongly accidentally accident mistakenly inadvertently
  sorry: sorry apologise apologize apology apologies ashamed embarrassed guilty regret own admit confess
  clueless: clueless stumped baffled blank unsure clue unknown unfamiliar dumbfounded flummoxed perplexed idea
    uncertain untrained unprepared guess guessed google winging improvise blanked stuck froze
  knowledge: training trained knowledge manual handbook documentation docs article guide briefed brief wiki faq
    briefing answer question info know
  tool: system crm software app program programme computer laptop screen salesforce zendesk vpn server database
    portal website printer scanner headset terminal till pos keyboard monitor mouse login password tool browser
    network internet wifi dialer softphone genesys avaya sap citrix outlook excel intranet platform dashboard
    interface ivr tablet handheld kiosk register hardware phone line page button window chatbot bot macro template
    pc device machine servicenow jira teams
  broken: crash froze frozen freeze hang hangs down lag laggy slow glitch glitchy buggy bug offline outage broken
    timeout error loading unresponsive reboot restart stuck jam dead fail failing fails disconnect disconnected
    unavailable corrupt died faulty
  bureaucracy: process procedure workflow approval approve form forms paperwork bureaucracy signature permission
    access red tape clicks steps authorisation authorization stamp
  busy: busy queue backlog hectic swamped slammed overloaded rush rushed hurry understaffed shortstaffed pressure
    deadline sla aht overdue backed rammed crammed manic mobbed packed heaving inundated bombarded nonstop
    relentless overtime volume chaos multitask juggle behind hurried frantic workload
  metric: aht acw kpi kpis sla metric metrics target targets quota adherence occupancy stats handle wrap utilisation
    utilization numbers
  colleague: colleague coworker teammate workmate collegue coleague team crew staff peer deskmate cowrker buddy
    trainer trainee newbie qa hr nurse doctor chef
  mood: mood morale atmosphere vibe vibes tension gossip drama toxic negativity bickering clique rumour rumor
    bullying grumpy moan moaning moany whinge whining bitching backstabbing snarky politics conflict favourite
    favouritism unfair jealous layoff layoffs redundancy resign criticise criticize micromanage scolded
  tired: tired exhausted knackered shattered drained sleepy fatigued fatigue burnout burnt weary wrecked bushed
    pooped beat wiped spent sleep slept insomnia awake yawning zombie energy drowsy worn battery
  private: home private personal rent divorce breakup argument custody marriage childcare mortgage debt landlord
    money ex house
  hungry: hungry starving thirsty breakfast lunch coffee eat food
  stressed: stressed stress anxious anxiety nervous depressed depression overwhelmed low down moody irritable edge
    lonely worry worried focus concentrate distracted bored
  place: counter desk lobby reception till queue gate ward window clinic branch
  channel: email mail chat ticket message call phone voicemail letter text dm whatsapp
`;

/** Words that say nothing by themselves. */
export const EMPTY = `
  a an the of to in on at for from with by as and or but so if then than that this these those it its is be are was
  were been am i me my we us our you your he him his she her they them their do did does will would shall there here
  just really very also some any all oh ok well yes please thank
`;
