import { weightsOf } from './weights-of.ts'

/** Weights of each decision by the name of a trait. */
export interface LinkWeights {
  readonly begin: Readonly<Record<string, number>>
  readonly own: Readonly<Record<string, number>>
  readonly other: Readonly<Record<string, number>>
  readonly supports: Readonly<Record<string, number>>
  readonly adds: Readonly<Record<string, number>>
  readonly settles: Readonly<Record<string, number>>
  readonly pulls: Readonly<Record<string, number>>
  readonly alarms: Readonly<Record<string, number>>
}
/** Written by `npm run train` from the marked conversations in `src/classifier/stretches/tuning`. */
export const linkWeights: LinkWeights = {
  begin: weightsOf(`
afterMatter=-0.41; afterOffice=0.08; afterSelf=0.72; always=-1; appeal=-0.34; asked=0.15;
asked and loose=0.11; asked and told=-0.11; asks=0.13; category=0.36; complete=-0.1; digits=0.57;
doors=0.73; exclaims=0.02; faults=0.02; firstHand=0.12; fluff=-0.11; framed=-0.34;
framed and free=-0.59; has answering=-0.33; has arranging=-0.38; has asking=0.18; has away=-0.28;
has bodily=-0.35; has calling=-0.07; has family=0.06; has feelings=0.09; has food=-0.07;
has forwarding=0.05; has gadgets=0.01; has goods=-0.14; has instructing=-0.14; has lasting=0.43;
has leisure=0.18; has likening=-0.12; has mended=0.01; has mine=0.15; has money=-0.1;
has negation=0.17; has owning=-0.1; has past=-0.17; has praising=0.02; has reporting=-0.01;
has school=-0.01; has shown=-0.14; has smallest=0.08; has spot=0.51; has staffish=0.1; has still=0.16;
has they=-0.05; has time=0.26; has wanting=-0.01; has we=0.02; has weather=-0.1; has work=-0.13;
has you=0.05; is addressed=0.01; is advice=-0.23; is borrow=-0.06; is call=-0.04; is cause=0.16;
is chain=-0.02; is contrary=0.05; is deictic=0.01; is discretion=-0.14; is done=0.02; is echo=-0.04;
is elsewhere=-0.03; is explained=0.02; is further=0.69; is injury=-0.11; is joke=-0.18; is lost=0.1;
is notice=-0.13; is offer=-0.09; is opening=-0.03; is punchline=-0.09; is question=0.42;
is relieved=-0.04; is status=0.01; is thanks=0.1; is trade=0.04; is tried=-0.01; is wish=-0.03;
is withdrawn=-0.11; is witness=-0.08; is yes=-0.03; joined=0.16; joined category=-0.02;
joined complete=-0.34; joined doors=0.01; joined petition=0.18; joined strength=-0.15;
joined trouble=-0.17; mentionsUs=0.06; merry=-0.52; office=-0.02; othersOpen=-0.62; over30=0.84;
over60=0.24; ownHome=0.09; ownOpen=-0.93; petition=1.26; private=0.48; retort=-0.18; saysDay=-0.06;
strength=1.56; things=0.13; trouble=-0.34; upTo16=-0.4; upTo4=-0.14; upTo8=0.08; voice=0.18`),
  own: weightsOf(`
afterMatter=0.25; afterOffice=-0.21; afterSelf=0.58; always=0.19; appeal=-0.13; asked=0.11;
asked and told=0.11; asks=-0.08; category=0.29; complete=-0.11; digits=0.42; doors=0.53;
draft after it=0.12; draft always=0.19; draft danger=0.22; draft fact=0.47; draft far=-0.06;
draft first day=0.4; draft likeness=0.32; draft minutes=-0.23; draft near category=0.17;
draft next=0.12; draft only=0.11; draft other category=-0.2; draft quoted=0.04;
draft same category=0.52; draft settled=-0.65; draft soon=0.37; draft unlike=0.05; exclaims=0.15;
faults=0.28; firstHand=-0.26; fluff=-0.27; framed and free=0.03; has answering=-0.11;
has arranging=0.05; has asking=-0.32; has away=-0.04; has bodily=-0.06; has calling=-0.07;
has family=0.04; has feelings=-0.18; has food=-0.06; has forwarding=0.02; has gadgets=-0.01;
has goods=0.21; has instructing=0.04; has lasting=0.42; has laughing=-0.09; has leisure=-0.17;
has likening=0.12; has mended=0.01; has mine=0.02; has money=-0.02; has negation=0.06;
has owning=-0.25; has past=-0.01; has praising=-0.51; has reporting=-0.08; has school=-0.18;
has shown=-0.04; has smallest=-0.01; has spot=0.39; has they=0.22; has time=0.63; has wanting=0.04;
has we=-0.05; has weather=0.02; has work=-0.14; has you=-0.12; is advice=-0.42; is borrow=-0.04;
is call=-0.05; is cause=0.11; is contrary=0.2; is deictic=0.07; is discretion=-0.32; is done=0.06;
is echo=0.19; is elsewhere=0.02; is further=-0.09; is injury=0.09; is joke=-0.03; is punchline=-0.02;
is question=-0.04; is relieved=-0.04; is rumour=-0.1; is thanks=-0.07; is trade=0.12; is tried=0.06;
is wish=-0.03; is withdrawn=-0.03; is witness=-0.11; is yes=0.43; joined=-0.06; joined complete=0.05;
joined doors=0.08; joined petition=0.12; joined strength=0.14; joined trouble=0.03; mentionsUs=-0.03;
merry=-0.09; office=-0.02; othersOpen=0.15; over30=0.19; over60=0.03; ownHome=-0.03; ownOpen=0.19;
petition=0.87; private=-0.05; retort=-0.07; saysDay=0.46; strength=0.54; things=-0.01; trouble=0.05;
upTo16=-0.5; upTo4=-0.12; upTo8=-0.15; voice=0.19`),
  other: weightsOf(`
afterMatter=0.15; afterOffice=0.04; afterSelf=0.09; appeal=-0.1; asked=-0.05; asked and loose=-0.01;
asked and told=0.07; asks=0.09; category=-0.14; complete=-0.34; digits=0.19; doors=-0.06;
draft after it=0.22; draft danger=-0.24; draft elsewhere=0.03; draft fact=-0.11; draft far=-0.05;
draft first day=0.44; draft latest=0.15; draft likeness=0.33; draft minutes=-0.26;
draft near category=0.04; draft next=0.22; draft only=-0.08; draft other category=-0.18;
draft quoted=0.14; draft same category=0.12; draft settled=-0.42; draft soon=0.29;
draft supporter=0.29; draft unlike=-0.25; exclaims=0.1; faults=0.15; firstHand=0.54; fluff=-0.07;
framed=0.02; framed and free=0.08; has answering=0.21; has arranging=-0.05; has away=-0.07;
has bodily=-0.09; has calling=0.08; has family=-0.22; has feelings=-0.29; has food=0.09;
has forwarding=0.12; has gadgets=-0.11; has goods=-0.15; has instructing=0.13; has lasting=0.44;
has laughing=0.14; has leisure=-0.16; has likening=-0.05; has mended=0.05; has mine=0.16;
has money=-0.14; has negation=-0.02; has owning=-0.31; has past=-0.04; has praising=-0.21;
has reporting=0.14; has school=-0.05; has shown=-0.04; has smallest=0.14; has spot=0.17;
has staffish=-0.25; has still=0.12; has they=0.13; has time=0.33; has wanting=-0.13; has we=-0.33;
has weather=0.05; has work=-0.13; has you=-0.4; is advice=-0.25; is borrow=0.02; is call=0.14;
is cause=-0.05; is contrary=0.09; is deictic=0.21; is discretion=-0.06; is done=-0.05; is echo=0.77;
is explained=-0.1; is further=-0.17; is injury=-0.07; is joke=-0.05; is lost=0.09; is offer=-0.04;
is punchline=-0.02; is question=0.01; is relieved=-0.03; is rumour=-0.13; is thanks=-0.15;
is trade=-0.06; is tried=-0.08; is wish=-0.03; is witness=0.64; is yes=0.2; joined=-0.26;
joined category=-0.19; joined complete=-0.23; joined doors=0.19; joined petition=0.35;
joined strength=0.23; joined trouble=-0.09; merry=-0.03; over30=-0.05; ownHome=0.08; ownOpen=-0.29;
petition=0.86; retort=-0.4; saysDay=0.22; strength=0.34; things=-0.21; trouble=0.07; upTo16=-0.7;
upTo4=0.15; upTo8=-0.21`),
  supports: weightsOf(`
afterMatter=0.28; afterOffice=0.08; afterSelf=-0.64; always=0.44; appeal=0.03; asked and loose=-0.05;
asked and told=-0.03; asks=0.04; category=0.35; complete=-0.04; digits=0.09; doors=0.19;
draft after it=0.31; draft always=0.44; draft danger=-0.04; draft elsewhere=-0.42; draft fact=-0.63;
draft first day=0.24; draft latest=0.33; draft likeness=-0.13; draft minutes=-0.07;
draft near category=-0.19; draft next=0.31; draft only=-0.1; draft other category=-0.59;
draft quoted=0.23; draft same category=-0.41; draft soon=0.06; draft supporter=-3.77;
draft unlike=-0.09; exclaims=0.49; faults=0.06; firstHand=0.26; fluff=0.24; framed=0.65;
framed and free=0.11; has answering=0.51; has arranging=-0.2; has asking=-0.02; has away=0.04;
has bodily=-0.29; has calling=0.03; has family=0.26; has feelings=-0.01; has food=-0.24;
has forwarding=0.11; has gadgets=-0.45; has goods=0.01; has instructing=0.2; has lasting=0.3;
has laughing=0.06; has leisure=0.06; has likening=-0.53; has mended=0.02; has mine=0.26;
has money=0.05; has negation=0.19; has owning=-0.43; has past=0.06; has praising=0.11;
has reporting=0.22; has school=0.05; has smallest=0.13; has spot=0.81; has staffish=0.04;
has still=-0.27; has they=-0.1; has time=-0.1; has wanting=0.04; has we=0.51; has weather=0.11;
has work=-0.28; has you=0.84; is advice=-0.55; is borrow=-0.17; is call=0.05; is cause=-0.62;
is contrary=0.16; is deictic=0.2; is done=0.08; is echo=0.49; is explained=0.01; is further=0.05;
is injury=-0.01; is joke=0.13; is lost=0.13; is question=0.34; is relieved=0.02; is tried=0.07;
is witness=0.25; is yes=0.26; joined=-1.26; joined category=-0.91; joined complete=-0.08;
joined doors=-0.11; joined petition=-0.07; joined strength=0.21; joined trouble=-0.17; merry=-0.12;
othersOpen=0.44; over30=0.07; ownHome=0.44; ownOpen=0.23; petition=-0.3; retort=0.08; saysDay=0.33;
strength=-0.26; things=0.38; trouble=0.24; upTo16=-0.1; upTo4=0.29; upTo8=1.08`),
  adds: weightsOf(`
afterMatter=-0.39; afterOffice=0.01; afterSelf=0.43; always=0.31; appeal=0.15; asked=0.64;
asked and loose=-0.04; asked and told=0.05; asks=-0.6; category=-0.75; complete=0.21; digits=-0.11;
doors=0.03; draft after it=0.07; draft always=0.31; draft danger=-0.04; draft elsewhere=0.01;
draft fact=0.71; draft first day=0.92; draft latest=0.36; draft likeness=0.47; draft minutes=-0.08;
draft near category=0.3; draft next=0.07; draft only=-0.3; draft other category=-0.21;
draft quoted=0.02; draft same category=0.04; draft soon=-0.23; draft supporter=2.19; draft unlike=0.32;
exclaims=-0.2; faults=0.07; firstHand=-0.31; fluff=-0.42; framed=0.11; framed and free=-0.4;
has answering=-0.25; has arranging=0.03; has asking=0.14; has away=-0.34; has bodily=-0.2;
has calling=-0.17; has family=-0.92; has feelings=-0.04; has food=0.2; has forwarding=0.07;
has gadgets=-0.01; has goods=0.18; has instructing=0.45; has lasting=0.34; has laughing=-0.55;
has leisure=-0.26; has likening=-0.22; has mended=-0.1; has mine=-0.19; has money=-0.21;
has negation=0.13; has owning=0.29; has past=0.02; has praising=-0.45; has reporting=-0.37;
has school=-0.47; has smallest=-0.22; has spot=0.23; has staffish=0.01; has still=0.54; has they=0.18;
has time=-0.08; has wanting=-0.01; has we=-0.53; has weather=-0.03; has work=0.47; has you=-0.4;
is advice=0.4; is borrow=0.07; is call=-0.08; is cause=0.59; is contrary=-0.54; is deictic=0.39;
is done=-0.13; is echo=0.43; is explained=0.21; is further=0.21; is injury=0.25; is joke=-0.32;
is lost=0.46; is question=0.06; is relieved=-0.3; is tried=0.42; is witness=0.64; is yes=-0.32;
joined=0.34; joined category=0.14; joined complete=-0.75; joined doors=0.28; joined petition=-0.07;
joined strength=-0.29; joined trouble=0.36; merry=0.06; othersOpen=0.31; over30=0.46; ownHome=0.18;
ownOpen=-0.08; petition=0.6; retort=-0.29; saysDay=0.58; strength=0.45; things=-0.01; trouble=0.38;
upTo16=-1.09; upTo4=-0.66; upTo8=-1.77`),
  settles: weightsOf(`
afterMatter=-0.53; afterOffice=-0.14; afterSelf=0.57; always=-0.67; appeal=-0.24; asked and loose=0.23;
asked and told=-0.03; asks=-0.11; category=-0.11; complete=0.16; digits=-0.36; doors=-0.35;
draft after it=-0.37; draft always=-0.67; draft danger=0.51; draft elsewhere=-0.11; draft fact=0.22;
draft far=-0.01; draft first day=-0.13; draft latest=-0.28; draft likeness=0.01; draft minutes=1.18;
draft near category=-0.06; draft next=-0.37; draft only=-0.14; draft other category=-0.05;
draft quoted=-0.02; draft same category=-0.04; draft soon=-0.46; draft supporter=-0.18;
draft unlike=-0.32; emergency=-0.12; end danger done=-0.05; end danger explained=0.35; end own=0.18;
end own done=1.09; end own explained=0.06; end own relieved=0.21; end still=-0.34; exclaims=-0.02;
faults=-0.01; firstHand=-0.4; fluff=-0.19; framed=-0.18; framed and free=-0.02; has answering=-0.13;
has arranging=-0.06; has asking=-0.13; has away=-0.04; has bodily=-0.22; has calling=-0.04;
has family=0.37; has feelings=-0.09; has forwarding=-0.09; has gadgets=0.07; has goods=0.16;
has instructing=0.02; has lasting=-0.35; has laughing=-0.06; has leisure=0.04; has likening=-0.13;
has mended=0.26; has mine=0.13; has money=-0.08; has negation=-0.15; has owning=0.61; has past=-0.03;
has praising=0.48; has reporting=-0.21; has school=0.03; has shown=0.09; has smallest=-0.11;
has spot=-0.44; has staffish=0.18; has still=-0.05; has they=0.06; has time=-0.34; has wanting=-0.01;
has we=0.08; has weather=-0.01; has work=-0.16; has you=-0.26; is advice=-0.04; is borrow=-0.04;
is call=-0.03; is cause=-0.06; is contrary=0.06; is deictic=-0.01; is discretion=-0.16; is done=1.27;
is echo=-0.32; is elsewhere=-0.01; is explained=0.39; is further=-0.09; is injury=-0.04; is joke=-0.18;
is lost=-0.04; is offer=-0.02; is punchline=0.25; is question=-0.29; is relieved=0.09; is rumour=-0.03;
is thanks=0.18; is trade=-0.04; is tried=-0.09; is wish=-0.05; is withdrawn=0.06; is witness=0.11;
is yes=-0.13; joined=-0.09; joined category=-0.03; joined complete=0.1; joined doors=-0.06;
joined petition=-0.28; joined strength=-0.02; joined trouble=0.32; mentionsUs=-0.03; merry=-0.17;
office=-0.03; othersOpen=-0.6; over30=0.03; over60=-0.03; ownHome=-0.02; ownOpen=-0.49; petition=-1.01;
private=-0.25; retort=-0.13; saysDay=-0.07; strength=-0.2; things=0.15; trouble=0.04; upTo16=-0.63;
upTo4=-0.17; upTo8=-0.44; voice=-0.04`),
  pulls: weightsOf(`
always=-1.42; appeal=-0.14; asks=-0.01; category=-0.48; complete=-0.11; digits=-0.06; doors=-0.1;
exclaims=-0.08; faults=-0.13; firstHand=-0.35; fluff=-0.27; has answering=-0.25; has arranging=-0.01;
has asking=-0.23; has bodily=-0.12; has feelings=-0.07; has food=-0.1; has forwarding=-0.07;
has goods=-0.04; has instructing=-0.01; has lasting=-0.05; has laughing=-0.08; has leisure=-0.01;
has mine=-0.01; has negation=-0.38; has owning=-0.11; has praising=-0.03; has reporting=-0.26;
has school=-0.01; has smallest=-0.18; has spot=-0.27; has staffish=-0.14; has still=-0.08;
has they=-0.14; has time=-0.17; has wanting=-0.18; has we=-0.12; has weather=-0.04; has work=-0.06;
has you=-0.23; is advice=-0.01; is call=-0.03; is discretion=-0.04; is further=-0.02; is injury=-0.02;
is joke=-0.01; is notice=-0.02; is opening=-0.04; is question=-0.29; is rumour=-0.01; is tried=-0.02;
is wish=-0.03; mentionsUs=-0.01; over30=-0.09; ownHome=-0.1; petition=0.69; pull far=-0.11;
pull next=-0.84; pull same category=-0.03; pull shared=-0.09; saysDay=-0.07; strength=1.09;
things=-0.58; trouble=-0.15; upTo16=-1.04; upTo4=-0.3; upTo8=-0.65`),
  alarms: weightsOf(`
alarm after beasts=0.03; alarm after cooked=-0.17; alarm after drilled=0.06; alarm after played=0.02;
alarm after shown=-0.28; alarm after sold=-0.2; alarm always=1.35; alarm armed=0.19; alarm asks=0.02;
alarm asksHow=0.08; alarm beasts=0.12; alarm bodily=-0.05; alarm by ear=-0.65; alarm cooked=0.15;
alarm cries=-0.35; alarm digits=0.41; alarm dosed=0.32; alarm doubled=0.19; alarm drilled=-0.17;
alarm ended=0.27; alarm exclaims=-0.03; alarm falling=-0.65; alarm felt=-0.39; alarm grave=0.61;
alarm head=1.14; alarm here=0.11; alarm is advice=0.1; alarm is borrow=0.08; alarm is cause=-0.26;
alarm is contrary=0.12; alarm is deictic=-0.43; alarm is done=-0.08; alarm is echo=-0.03;
alarm is elsewhere=-0.23; alarm is explained=0.01; alarm is injury=0.14; alarm is joke=-0.2;
alarm is lost=0.07; alarm is notice=-0.02; alarm is punchline=-0.04; alarm is question=-0.28;
alarm is relieved=-0.28; alarm is rumour=-0.3; alarm is thanks=-0.05; alarm is trade=-0.01;
alarm is tried=0.11; alarm is withdrawn=0.01; alarm is witness=0.09; alarm lately=-0.86;
alarm likened=-0.15; alarm now=0.36; alarm of child=0.13; alarm of electric=0.03; alarm of fight=-0.03;
alarm of fire=-0.52; alarm of gas=0.35; alarm of lift=0.12; alarm of medical=0.16;
alarm of suicide=1.23; alarm of water=-0.13; alarm oldOnes=0.72; alarm once=-0.34; alarm over24=-0.34;
alarm over48=0.03; alarm petition=0.32; alarm played=-0.7; alarm seen=-0.03; alarm shown=-1.06;
alarm smiling=-0.25; alarm sold=-0.21; alarm spilt=-0.34; alarm starting=-0.58; alarm stuck=-0.03;
alarm supposed=-0.64; alarm told=-0.12; alarm upTo12=1.13; alarm upTo6=0.51; alarm we=-0.15;
alarm wet=0.03; alarm worked=-0.52; alarm youngOnes=0.39`),
}
/** SHA-256 of what they were learnt from. */
export const linkSource = '9e30d254d5396ee03d30e845f8c1ac45acaf2b0325649747675a14deabd5a5f6'
