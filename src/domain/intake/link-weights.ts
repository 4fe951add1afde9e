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
}
/** Written by `npm run train` from the marked conversations in `src/classifier/stretches/tuning`. */
export const linkWeights: LinkWeights = {
  begin: weightsOf(`
afterMatter=-0.53; afterOffice=0.07; afterSelf=0.44; always=-0.82; appeal=-0.48; asked=0.12;
asked and loose=0.16; asked and told=-0.17; asks=0.05; category=0.51; complete=0.3; digits=0.23;
doors=0.81; exclaims=0.26; faults=0.11; firstHand=0.09; fluff=-0.14; has answering=-0.23;
has asking=-0.02; has bodily=-0.17; has feelings=-0.18; has goods=-0.22; has lasting=0.63;
has laughing=0.02; has leisure=0.09; has mine=0.33; has money=0.02; has negation=0.16;
has reporting=-0.16; has smallest=0.17; has spot=0.67; has staffish=-0.05; has still=0.02;
has they=0.2; has time=0.17; has wanting=-0.04; has we=0.06; has you=-0.18; is addressed=0.01;
is advice=-0.25; is borrow=-0.04; is call=-0.07; is cause=0.12; is chain=-0.01; is contrary=0.1;
is deictic=0.11; is discretion=-0.2; is done=-0.04; is echo=-0.04; is explained=0.13; is further=0.85;
is injury=-0.08; is joke=-0.23; is lost=0.08; is notice=-0.12; is offer=-0.13; is opening=-0.04;
is punchline=-0.01; is question=0.56; is relieved=-0.04; is rumour=-0.07; is status=0.03;
is thanks=0.18; is trade=-0.07; is tried=0.1; is wish=-0.09; is withdrawn=-0.23; is witness=-0.14;
is yes=0.01; joined=0.25; joined category=-0.06; joined complete=-0.54; joined doors=0.08;
joined petition=0.24; joined strength=-0.17; joined trouble=-0.19; mentionsUs=-0.11; office=-0.03;
othersOpen=-0.97; over30=0.81; over60=0.21; ownHome=-0.08; ownOpen=-1.12; petition=1.05; private=0.47;
retort=-0.24; strength=1.61; things=0.16; trouble=-0.15; upTo16=-0.45; upTo4=-0.12; upTo8=0.24;
voice=-0.06`),
  own: weightsOf(`
afterMatter=0.27; afterOffice=-0.31; afterSelf=0.57; always=0.17; appeal=-0.07; asked=0.1;
asked and loose=0.06; asked and told=0.1; asks=-0.09; category=0.32; complete=-0.06; digits=0.31;
doors=0.53; draft after it=0.17; draft always=0.17; draft danger=0.14; draft fact=0.52;
draft far=-0.15; draft latest=-0.02; draft likeness=0.38; draft minutes=-0.34;
draft near category=0.19; draft next=0.17; draft other category=-0.19; draft same category=0.64;
draft settled=-0.62; draft soon=0.4; draft unlike=0.01; exclaims=0.25; faults=0.4; firstHand=-0.29;
fluff=-0.42; has answering=-0.13; has asking=-0.32; has bodily=-0.09; has feelings=-0.21;
has goods=0.16; has lasting=0.45; has laughing=-0.06; has leisure=-0.12; has mine=0.08; has money=0.13;
has negation=-0.12; has reporting=-0.34; has smallest=-0.11; has spot=0.48; has staffish=0.07;
has still=-0.17; has they=0.07; has time=0.81; has wanting=-0.01; has we=-0.14; has you=-0.23;
is advice=-0.37; is borrow=-0.08; is call=-0.07; is cause=0.1; is contrary=0.17; is deictic=0.19;
is discretion=-0.55; is done=0.06; is echo=0.36; is elsewhere=0.04; is further=-0.16; is injury=0.15;
is joke=-0.1; is punchline=-0.15; is question=-0.02; is relieved=-0.11; is rumour=-0.14;
is thanks=-0.04; is trade=0.08; is tried=0.03; is wish=-0.04; is witness=-0.12; is yes=0.63;
joined=-0.03; joined category=-0.01; joined complete=0.07; joined doors=0.11; joined petition=0.02;
joined strength=0.12; joined trouble=0.09; mentionsUs=-0.05; office=0.03; othersOpen=0.16; over30=0.24;
over60=0.07; ownHome=-0.14; ownOpen=0.17; petition=0.89; private=0.01; retort=-0.1; strength=0.66;
trouble=0.08; upTo16=-0.31; upTo4=-0.14; upTo8=-0.09; voice=0.24`),
  other: weightsOf(`
afterMatter=0.09; afterOffice=0.05; afterSelf=0.29; always=-0.04; appeal=-0.17; asked=-0.13;
asked and loose=0.07; asked and told=0.06; asks=0.13; category=-0.23; complete=-0.35; digits=0.32;
doors=-0.2; draft after it=0.26; draft always=-0.04; draft danger=-0.31; draft elsewhere=-0.1;
draft fact=-0.09; draft far=-0.11; draft latest=0.25; draft likeness=0.38; draft minutes=-0.34;
draft near category=-0.03; draft next=0.26; draft only=-0.12; draft other category=-0.1;
draft quoted=0.17; draft same category=0.2; draft settled=-0.35; draft soon=0.16; draft supporter=0.38;
draft unlike=-0.18; exclaims=0.09; faults=0.22; firstHand=0.5; fluff=-0.21; has answering=0.18;
has asking=0.22; has bodily=-0.05; has feelings=-0.26; has goods=-0.15; has lasting=0.27;
has laughing=0.04; has leisure=-0.17; has mine=0.24; has money=-0.12; has negation=0.05;
has reporting=0.27; has smallest=0.11; has spot=0.31; has staffish=-0.19; has still=0.25;
has they=0.14; has time=0.47; has wanting=-0.06; has we=-0.42; has you=-0.37; is advice=-0.25;
is borrow=-0.05; is call=0.18; is cause=-0.05; is contrary=0.25; is deictic=0.18; is done=-0.08;
is echo=1; is explained=-0.22; is further=-0.29; is injury=-0.18; is joke=-0.03; is lost=0.16;
is offer=-0.05; is relieved=0.1; is rumour=-0.16; is thanks=-0.15; is trade=-0.08; is tried=-0.12;
is wish=-0.03; is witness=0.93; is yes=0.28; joined=-0.39; joined category=-0.32;
joined complete=-0.07; joined doors=0.06; joined petition=0.14; joined strength=0.09;
joined trouble=-0.03; othersOpen=-0.04; over30=-0.12; ownHome=0.19; ownOpen=-0.08; petition=1.06;
retort=-0.31; strength=0.41; things=-0.32; trouble=0.08; upTo16=-0.76; upTo4=0.35; upTo8=-0.15`),
  supports: weightsOf(`
afterMatter=0.35; afterOffice=0.1; afterSelf=-0.77; always=0.44; appeal=0.13; asked=-0.07;
asked and loose=0.01; asked and told=-0.03; asks=-0.01; category=-0.02; complete=0.29; digits=0.55;
doors=-0.16; draft after it=0.14; draft always=0.44; draft danger=0.38; draft elsewhere=-0.1;
draft fact=0.43; draft latest=0.12; draft likeness=0.12; draft minutes=0.07; draft near category=0.12;
draft next=0.14; draft only=0.42; draft other category=-0.12; draft quoted=0.05;
draft same category=-0.33; draft settled=0.38; draft soon=-0.34; draft supporter=-4.95;
draft unlike=0.25; exclaims=0.08; faults=0.03; firstHand=0.29; fluff=0.12; has answering=0.24;
has asking=-0.43; has bodily=-0.25; has feelings=0.05; has lasting=0.08; has laughing=-0.02;
has leisure=0.02; has mine=0.22; has negation=0.06; has reporting=0.21; has smallest=0.07;
has spot=0.35; has staffish=0.03; has still=-0.13; has they=-0.36; has time=-0.08; has wanting=0.11;
has we=0.33; has you=0.56; is advice=0.14; is borrow=-0.1; is call=0.01; is cause=0.05;
is contrary=-0.13; is deictic=-0.16; is done=0.02; is echo=0.2; is injury=0.02; is joke=0.07;
is lost=0.11; is question=0.28; is relieved=0.43; is tried=0.04; is witness=0.09; is yes=0.26;
joined=-0.42; joined category=-0.73; joined complete=0.11; joined doors=0.27; joined petition=-0.13;
joined strength=-0.15; joined trouble=0.26; othersOpen=0.44; ownHome=0.19; ownOpen=0.3; petition=-0.48;
retort=0.27; strength=-0.52; things=0.03; trouble=0.16; upTo16=0.35; upTo4=0.26; upTo8=0.81`),
  adds: weightsOf(`
afterMatter=-0.49; afterOffice=0.18; afterSelf=0.32; always=0.27; appeal=0.29; asked=0.58;
asked and loose=-0.05; asked and told=0.05; asks=-0.75; category=-0.23; complete=0.55; digits=0.39;
doors=-0.38; draft after it=0.14; draft always=0.27; draft danger=-1.01; draft elsewhere=0.31;
draft fact=0.43; draft latest=0.59; draft likeness=0.53; draft minutes=-0.08; draft near category=0.17;
draft next=0.14; draft only=-0.89; draft other category=-0.62; draft quoted=-0.09;
draft same category=0.33; draft settled=-0.11; draft soon=-0.33; draft supporter=2.6;
draft unlike=0.63; exclaims=0.69; faults=-0.23; firstHand=-0.61; fluff=-0.33; has answering=-0.44;
has asking=0.22; has bodily=-0.37; has feelings=-0.08; has lasting=0.98; has laughing=-0.28;
has leisure=0.1; has mine=0.53; has negation=0.27; has reporting=-0.81; has smallest=-0.25;
has spot=0.31; has staffish=0.41; has still=0.74; has they=0.54; has time=0.56; has wanting=-0.01;
has we=-0.83; has you=-0.52; is advice=0.1; is borrow=0.05; is call=-0.06; is cause=0.28;
is contrary=-0.51; is deictic=-0.2; is done=-0.03; is echo=0.66; is injury=0.1; is joke=-0.27;
is lost=0.65; is question=0.03; is relieved=-0.5; is tried=0.66; is witness=0.81; is yes=-0.52;
joined=0.12; joined category=0.17; joined complete=-1.03; joined doors=0.11; joined petition=0.1;
joined strength=-0.7; joined trouble=0.33; othersOpen=0.27; over30=0.33; ownHome=0.3; ownOpen=-0.17;
petition=0.82; retort=-0.4; strength=0.52; things=0.19; trouble=0.52; upTo16=-1.15; upTo4=-0.92;
upTo8=-1.31`),
  settles: weightsOf(`
afterMatter=-0.44; afterOffice=-0.12; afterSelf=0.49; always=-0.67; appeal=-0.25; asked=-0.13;
asked and loose=0.19; asked and told=-0.2; asks=-0.11; category=-0.37; complete=0.53; digits=-0.37;
doors=-0.27; draft after it=-0.37; draft always=-0.67; draft danger=0.21; draft elsewhere=-0.16;
draft fact=0.12; draft far=-0.05; draft latest=-0.44; draft likeness=-0.02; draft minutes=0.93;
draft near category=-0.06; draft next=-0.37; draft only=-0.21; draft other category=-0.46;
draft quoted=-0.01; draft same category=-0.07; draft soon=-0.27; draft supporter=-0.13;
draft unlike=-0.23; emergency=-0.07; end danger done=-0.06; end danger explained=0.56; end own=0.07;
end own done=1.04; end own explained=0.12; end own relieved=0.27; end still=-0.42; exclaims=0.08;
faults=0.08; firstHand=-0.27; fluff=-0.1; has answering=-0.44; has asking=-0.1; has bodily=-0.31;
has feelings=-0.23; has goods=0.31; has lasting=-0.3; has laughing=0.06; has leisure=-0.06;
has mine=0.07; has money=-0.06; has negation=-0.14; has reporting=-0.21; has smallest=-0.26;
has spot=-0.21; has staffish=0.22; has still=-0.18; has they=-0.17; has time=-0.33; has wanting=-0.09;
has we=0.2; has you=-0.23; is advice=0.01; is borrow=-0.03; is call=-0.04; is cause=-0.03;
is contrary=0.18; is deictic=-0.13; is discretion=-0.07; is done=1.41; is echo=-0.43;
is elsewhere=-0.01; is explained=0.67; is further=-0.12; is injury=-0.03; is joke=-0.17; is lost=-0.03;
is offer=-0.01; is punchline=0.37; is question=-0.31; is relieved=0.25; is rumour=-0.03; is thanks=0.3;
is trade=-0.02; is tried=-0.05; is wish=-0.05; is withdrawn=0.12; is witness=0.13; is yes=-0.14;
joined=0.03; joined category=0.04; joined complete=0.15; joined doors=0.01; joined petition=-0.29;
joined strength=0.07; joined trouble=0.14; mentionsUs=-0.02; office=-0.04; othersOpen=-0.45;
over30=-0.03; over60=-0.03; ownHome=0.06; ownOpen=-0.16; petition=-1.24; private=0.06; retort=-0.23;
strength=-0.16; things=0.17; trouble=0.09; upTo16=-0.98; upTo4=-0.19; upTo8=-0.42; voice=-0.02`),
  pulls: weightsOf(`
always=-1.47; appeal=-0.12; asks=-0.01; category=-0.46; complete=-0.11; digits=-0.04; doors=-0.08;
exclaims=-0.09; faults=-0.16; firstHand=-0.31; fluff=-0.25; has answering=-0.26; has asking=-0.22;
has bodily=-0.14; has feelings=-0.1; has goods=-0.05; has lasting=-0.06; has laughing=-0.1;
has leisure=-0.02; has mine=-0.01; has negation=-0.41; has reporting=-0.29; has smallest=-0.17;
has spot=-0.29; has staffish=-0.16; has still=-0.09; has they=-0.11; has time=-0.18; has wanting=-0.14;
has we=-0.16; has you=-0.23; is advice=-0.01; is call=-0.03; is discretion=-0.04; is echo=-0.01;
is further=-0.02; is injury=-0.02; is joke=-0.01; is lost=-0.01; is notice=-0.03; is opening=-0.03;
is question=-0.31; is rumour=-0.01; is tried=-0.03; is wish=-0.03; mentionsUs=-0.01; over30=-0.12;
ownHome=-0.14; petition=0.64; pull far=-0.13; pull next=-0.79; pull same category=-0.03;
pull shared=-0.1; strength=1.13; things=-0.6; trouble=-0.2; upTo16=-1.06; upTo4=-0.3; upTo8=-0.66`),
}
/** SHA-256 of what they were learnt from. */
export const linkSource = '391900436f1690c2076a73f087e18ba3d02552428b53bfef69e9b3f7b140a155'
