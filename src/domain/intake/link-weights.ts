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
afterMatter=-0.42; afterOffice=0.11; afterSelf=0.65; always=-0.91; appeal=-0.36; asked=0.13;
asked and loose=0.18; asked and told=-0.13; asks=0.07; category=0.34; complete=0.02; digits=0.41;
doors=0.77; exclaims=0.06; faults=0.14; firstHand=0.15; fluff=-0.12; has answering=-0.28;
has asking=0.15; has bodily=-0.34; has goods=-0.15; has lasting=0.48; has leisure=0.21; has mine=0.27;
has money=0.01; has negation=0.21; has smallest=0.1; has spot=0.57; has staffish=0.07; has still=0.14;
has they=0.07; has time=0.21; has we=0.08; has you=-0.02; is advice=-0.22; is borrow=-0.04;
is call=-0.05; is cause=0.22; is chain=-0.02; is contrary=0.07; is deictic=0.12; is discretion=-0.18;
is done=0.07; is echo=-0.01; is elsewhere=-0.06; is explained=0.1; is further=0.71; is injury=-0.14;
is joke=-0.22; is lost=0.08; is notice=-0.15; is offer=-0.17; is opening=-0.03; is punchline=-0.1;
is question=0.53; is relieved=-0.07; is rumour=0.01; is thanks=0.12; is trade=0.05; is tried=0.05;
is wish=-0.06; is withdrawn=-0.16; is witness=-0.1; is yes=-0.01; joined=0.11; joined complete=-0.45;
joined doors=0.04; joined petition=0.22; joined strength=-0.13; joined trouble=-0.27; mentionsUs=0.02;
office=-0.02; othersOpen=-0.82; over30=0.83; over60=0.16; ownHome=0.03; ownOpen=-1.1; petition=1.22;
private=0.39; retort=-0.23; strength=1.54; things=0.19; trouble=-0.27; upTo16=-0.47; upTo4=-0.12;
upTo8=0.1; voice=0.17`),
  own: weightsOf(`
afterMatter=0.3; afterOffice=-0.22; afterSelf=0.63; always=0.17; appeal=-0.16; asked=0.11;
asked and loose=-0.01; asked and told=0.11; asks=-0.08; category=0.29; complete=-0.06; digits=0.42;
doors=0.58; draft after it=0.17; draft always=0.17; draft danger=0.29; draft fact=0.61;
draft far=-0.07; draft latest=-0.07; draft likeness=0.34; draft minutes=-0.26;
draft near category=0.22; draft next=0.17; draft only=0.07; draft other category=-0.26;
draft quoted=0.04; draft same category=0.46; draft settled=-0.73; draft soon=0.44; draft unlike=0.02;
exclaims=0.18; faults=0.37; firstHand=-0.27; fluff=-0.29; has answering=-0.08; has asking=-0.35;
has bodily=-0.01; has feelings=-0.23; has goods=0.24; has lasting=0.49; has laughing=-0.08;
has leisure=-0.15; has mine=0.14; has money=-0.01; has negation=0.04; has reporting=-0.14;
has smallest=-0.01; has spot=0.36; has still=-0.04; has they=0.23; has time=0.84; has we=-0.03;
has you=-0.17; is advice=-0.42; is borrow=-0.05; is call=-0.06; is cause=0.12; is contrary=0.17;
is deictic=0.1; is discretion=-0.39; is done=0.08; is echo=0.25; is elsewhere=0.02; is further=-0.16;
is injury=0.09; is joke=-0.05; is punchline=-0.03; is question=-0.06; is relieved=-0.09;
is rumour=-0.11; is thanks=-0.08; is trade=0.16; is tried=0.05; is wish=-0.04; is withdrawn=-0.03;
is witness=-0.13; is yes=0.53; joined=-0.05; joined category=-0.02; joined complete=0.05;
joined doors=0.08; joined petition=0.11; joined strength=0.12; joined trouble=0.04; mentionsUs=-0.07;
office=-0.02; othersOpen=0.19; over30=0.24; over60=0.02; ownHome=-0.09; ownOpen=0.17; petition=0.97;
private=-0.06; retort=-0.06; strength=0.52; things=-0.01; trouble=0.07; upTo16=-0.53; upTo4=-0.12;
upTo8=-0.08; voice=0.25`),
  other: weightsOf(`
afterMatter=0.17; afterOffice=0.05; afterSelf=0.11; always=0.02; appeal=-0.13; asked=-0.07;
asked and loose=0.05; asked and told=0.09; asks=0.1; category=-0.14; complete=-0.33; digits=0.2;
doors=-0.04; draft after it=0.24; draft always=0.02; draft danger=-0.26; draft elsewhere=0.06;
draft fact=-0.01; draft far=-0.06; draft latest=0.18; draft likeness=0.38; draft minutes=-0.29;
draft near category=-0.05; draft next=0.24; draft only=-0.1; draft other category=-0.17;
draft quoted=0.16; draft same category=0.05; draft settled=-0.47; draft soon=0.34;
draft supporter=0.26; draft unlike=-0.27; exclaims=0.12; faults=0.16; firstHand=0.51; fluff=-0.07;
has answering=0.22; has asking=0.04; has bodily=-0.16; has feelings=-0.33; has goods=-0.18;
has lasting=0.51; has laughing=0.08; has leisure=-0.11; has mine=0.13; has money=-0.06;
has negation=-0.03; has reporting=0.21; has smallest=0.19; has spot=0.14; has staffish=-0.29;
has still=0.14; has they=0.04; has time=0.43; has wanting=-0.15; has we=-0.34; has you=-0.36;
is advice=-0.28; is borrow=-0.03; is call=0.16; is cause=-0.04; is contrary=0.14; is deictic=0.25;
is discretion=-0.08; is done=-0.05; is echo=0.86; is explained=-0.13; is further=-0.19;
is injury=-0.07; is joke=-0.04; is lost=0.1; is offer=-0.05; is punchline=-0.02; is question=-0.01;
is relieved=-0.02; is rumour=-0.15; is thanks=-0.16; is trade=-0.07; is tried=-0.12; is wish=-0.04;
is witness=0.68; is yes=0.23; joined=-0.28; joined category=-0.2; joined complete=-0.23;
joined doors=0.23; joined petition=0.29; joined strength=0.28; joined trouble=-0.1; othersOpen=0.02;
over30=-0.02; ownHome=0.14; ownOpen=-0.33; petition=0.9; retort=-0.39; strength=0.44; things=-0.26;
trouble=0.08; upTo16=-0.7; upTo4=0.15; upTo8=-0.18`),
  supports: weightsOf(`
afterMatter=0.31; afterOffice=0.08; afterSelf=-0.68; always=0.44; appeal=0.01; asked=-0.03;
asked and loose=-0.07; asked and told=-0.04; asks=0.04; category=0.05; complete=-0.11; digits=0.07;
doors=0.18; draft after it=0.29; draft always=0.44; draft danger=-0.13; draft elsewhere=-0.49;
draft fact=-0.52; draft latest=0.3; draft likeness=-0.03; draft minutes=-0.06;
draft near category=-0.44; draft next=0.29; draft only=-0.12; draft other category=-0.26;
draft quoted=0.23; draft same category=-0.21; draft soon=0.04; draft supporter=-3.8;
draft unlike=-0.11; exclaims=0.53; faults=0.03; firstHand=0.22; fluff=0.24; has answering=0.48;
has asking=-0.03; has bodily=-0.28; has feelings=0.02; has goods=0.01; has lasting=0.34;
has laughing=0.05; has leisure=0.05; has mine=0.29; has money=0.06; has negation=0.16;
has reporting=0.27; has smallest=0.14; has spot=0.78; has staffish=0.05; has still=-0.22;
has they=-0.1; has time=0.12; has wanting=0.04; has we=0.54; has you=0.88; is advice=-0.63;
is borrow=-0.12; is call=0.05; is cause=-0.66; is contrary=0.2; is deictic=0.19; is done=0.07;
is echo=0.51; is explained=0.01; is further=0.05; is injury=0.01; is joke=0.12; is lost=0.12;
is question=0.35; is relieved=0.03; is tried=0.07; is witness=0.2; is yes=0.3; joined=-1.21;
joined category=-0.82; joined complete=-0.1; joined doors=-0.12; joined petition=-0.06;
joined strength=0.16; joined trouble=-0.17; othersOpen=0.44; over30=0.06; ownHome=0.41; ownOpen=0.22;
petition=-0.21; retort=0.04; strength=-0.37; things=0.41; trouble=0.24; upTo16=-0.08; upTo4=0.31;
upTo8=1.08`),
  adds: weightsOf(`
afterMatter=-0.26; afterOffice=0.08; afterSelf=0.49; always=0.28; appeal=0.2; asked=0.63;
asked and loose=-0.04; asked and told=0.05; asks=-0.57; category=-0.53; complete=0.24; digits=-0.01;
doors=-0.1; draft after it=0.09; draft always=0.28; draft danger=-0.19; draft elsewhere=0.06;
draft fact=0.93; draft latest=0.22; draft likeness=0.41; draft minutes=-0.09; draft near category=0.3;
draft next=0.09; draft only=-0.39; draft other category=-0.28; draft quoted=0.02;
draft same category=0.21; draft soon=-0.34; draft supporter=2.13; draft unlike=0.48; exclaims=-0.05;
faults=0.01; firstHand=-0.44; fluff=-0.44; has answering=-0.32; has asking=0.25; has bodily=-0.3;
has feelings=-0.12; has goods=0.23; has lasting=0.54; has laughing=-0.59; has leisure=-0.36;
has mine=-0.25; has money=-0.22; has negation=0.16; has reporting=-0.46; has smallest=-0.27;
has spot=0.25; has staffish=0.14; has still=0.56; has they=0.15; has time=0.43; has wanting=0.01;
has we=-0.41; has you=-0.48; is advice=0.46; is borrow=0.09; is call=-0.09; is cause=0.63;
is contrary=-0.44; is deictic=0.36; is done=-0.14; is echo=0.5; is explained=0.19; is further=0.26;
is injury=0.28; is joke=-0.33; is lost=0.46; is question=0.16; is relieved=-0.38; is tried=0.4;
is witness=0.55; is yes=-0.36; joined=0.37; joined category=0.09; joined complete=-0.72;
joined doors=0.35; joined petition=0.09; joined strength=-0.39; joined trouble=0.43; othersOpen=0.28;
over30=0.63; ownHome=0.38; ownOpen=0.04; petition=0.44; retort=-0.4; strength=0.45; things=-0.06;
trouble=0.35; upTo16=-1.07; upTo4=-0.75; upTo8=-1.66`),
  settles: weightsOf(`
afterMatter=-0.53; afterOffice=-0.14; afterSelf=0.64; always=-0.65; appeal=-0.23; asked=-0.05;
asked and loose=0.17; asked and told=-0.1; asks=-0.12; category=-0.18; complete=0.17; digits=-0.38;
doors=-0.37; draft after it=-0.36; draft always=-0.65; draft danger=0.54; draft elsewhere=-0.12;
draft fact=0.2; draft far=0.02; draft latest=-0.27; draft likeness=-0.04; draft minutes=1.26;
draft near category=-0.11; draft next=-0.36; draft only=-0.13; draft quoted=-0.02;
draft same category=-0.05; draft soon=-0.42; draft supporter=-0.19; draft unlike=-0.36;
emergency=-0.12; end danger done=-0.06; end danger explained=0.37; end own=0.19; end own done=1.03;
end own explained=0.08; end own relieved=0.23; end still=-0.35; exclaims=-0.04; faults=-0.02;
firstHand=-0.36; fluff=-0.18; has answering=-0.12; has asking=-0.14; has bodily=-0.23;
has feelings=-0.06; has goods=0.17; has lasting=-0.37; has laughing=-0.04; has leisure=0.04;
has mine=0.16; has money=-0.08; has negation=-0.17; has reporting=-0.21; has smallest=-0.17;
has spot=-0.45; has staffish=0.21; has still=-0.03; has they=0.05; has time=-0.42; has wanting=0.01;
has we=0.11; has you=-0.28; is advice=-0.03; is borrow=-0.05; is call=-0.03; is cause=-0.05;
is contrary=0.08; is deictic=-0.02; is discretion=-0.13; is done=1.22; is echo=-0.35;
is elsewhere=-0.01; is explained=0.43; is further=-0.1; is injury=-0.04; is joke=-0.18; is lost=-0.05;
is offer=-0.02; is punchline=0.26; is question=-0.28; is relieved=0.1; is rumour=-0.03; is thanks=0.23;
is trade=-0.04; is tried=-0.09; is wish=-0.04; is withdrawn=0.08; is witness=0.09; is yes=-0.13;
joined=-0.11; joined category=0.02; joined complete=0.11; joined doors=-0.07; joined petition=-0.25;
joined strength=-0.01; joined trouble=0.28; mentionsUs=-0.02; office=-0.03; othersOpen=-0.58;
over30=0.08; over60=-0.03; ownHome=-0.03; ownOpen=-0.52; petition=-1.12; private=-0.24; retort=-0.15;
strength=-0.23; things=0.22; upTo16=-0.66; upTo4=-0.21; upTo8=-0.5; voice=-0.04`),
  pulls: weightsOf(`
always=-1.43; appeal=-0.14; asks=-0.01; category=-0.47; complete=-0.11; digits=-0.06; doors=-0.09;
exclaims=-0.08; faults=-0.13; firstHand=-0.36; fluff=-0.27; has answering=-0.25; has asking=-0.22;
has bodily=-0.12; has feelings=-0.08; has goods=-0.04; has lasting=-0.05; has laughing=-0.08;
has leisure=-0.01; has mine=-0.01; has negation=-0.39; has reporting=-0.26; has smallest=-0.18;
has spot=-0.27; has staffish=-0.14; has still=-0.08; has they=-0.14; has time=-0.17; has wanting=-0.18;
has we=-0.12; has you=-0.23; is advice=-0.01; is call=-0.03; is discretion=-0.04; is further=-0.02;
is injury=-0.02; is joke=-0.01; is notice=-0.02; is opening=-0.04; is question=-0.29; is rumour=-0.01;
is tried=-0.02; is wish=-0.03; mentionsUs=-0.01; over30=-0.09; ownHome=-0.1; petition=0.69;
pull far=-0.11; pull next=-0.84; pull same category=-0.05; pull shared=-0.09; strength=1.1;
things=-0.59; trouble=-0.16; upTo16=-1.05; upTo4=-0.29; upTo8=-0.64`),
  alarms: weightsOf(`
alarm after beasts=0.02; alarm after drilled=0.04; alarm after played=0.02; alarm after shown=-0.15;
alarm always=1.32; alarm armed=0.22; alarm asks=0.02; alarm asksHow=0.08; alarm beasts=0.17;
alarm bodily=-0.13; alarm by ear=-0.81; alarm cooked=0.18; alarm cries=-0.22; alarm digits=0.56;
alarm dosed=0.33; alarm doubled=0.23; alarm drilled=-0.2; alarm ended=0.26; alarm exclaims=-0.02;
alarm falling=-0.56; alarm felt=-0.31; alarm grave=0.55; alarm head=1.13; alarm here=0.13;
alarm is advice=0.1; alarm is borrow=0.09; alarm is cause=-0.22; alarm is contrary=0.08;
alarm is deictic=-0.43; alarm is done=-0.07; alarm is echo=-0.01; alarm is elsewhere=-0.24;
alarm is explained=-0.03; alarm is injury=0.17; alarm is joke=-0.2; alarm is lost=0.07;
alarm is notice=-0.03; alarm is punchline=-0.05; alarm is question=-0.14; alarm is relieved=-0.29;
alarm is rumour=-0.37; alarm is thanks=-0.05; alarm is trade=-0.01; alarm is tried=0.33;
alarm is withdrawn=0.02; alarm is witness=0.07; alarm lately=-0.68; alarm likened=-0.2; alarm now=0.29;
alarm of child=0.24; alarm of electric=0.08; alarm of fight=-0.04; alarm of fire=-0.64;
alarm of gas=0.31; alarm of lift=0.2; alarm of medical=0.18; alarm of suicide=1.21;
alarm of water=-0.23; alarm oldOnes=0.61; alarm once=-0.37; alarm over24=-0.23; alarm over48=-0.05;
alarm petition=0.35; alarm played=-0.64; alarm seen=0.11; alarm shown=-0.96; alarm smiling=-0.22;
alarm sold=-0.24; alarm spilt=-0.21; alarm starting=-0.61; alarm stuck=-0.29; alarm supposed=-0.61;
alarm told=-0.01; alarm upTo12=1.23; alarm upTo6=0.55; alarm we=0.03; alarm wet=0.12;
alarm worked=-0.49; alarm youngOnes=0.43`),
}
/** SHA-256 of what they were learnt from. */
export const linkSource = '84dfc32411ab55a3bd19736a38f994b763d5c0221f3028d9bb3bbc804382caf1'
