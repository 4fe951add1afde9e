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
afterMatter=-0.44; afterOffice=0.05; afterSelf=0.48; always=-0.72; appeal=-0.41; asked=0.26;
asked and loose=0.18; asked and told=-0.16; asks=0.08; category=0.49; complete=0.37; digits=0.28;
doors=0.68; exclaims=0.28; faults=0.03; firstHand=0.15; fluff=-0.21; has answering=-0.03;
has asking=-0.12; has bodily=-0.07; has feelings=-0.22; has goods=-0.2; has lasting=0.67;
has laughing=0.05; has leisure=0.15; has mine=0.46; has money=0.11; has negation=0.19;
has reporting=-0.17; has smallest=0.19; has spot=0.55; has staffish=-0.15; has still=-0.18;
has they=0.11; has time=-0.14; has wanting=-0.07; has we=-0.01; has you=-0.04; is addressed=-0.02;
is advice=-0.31; is borrow=0.03; is call=-0.11; is cause=0.14; is chain=-0.01; is contrary=0.2;
is deictic=-0.01; is discretion=-0.04; is done=-0.17; is echo=-0.06; is elsewhere=0.03;
is explained=0.15; is further=0.73; is injury=-0.2; is joke=-0.27; is lost=0.11; is notice=-0.13;
is offer=-0.1; is opening=-0.08; is punchline=-0.02; is question=0.58; is relieved=-0.05;
is rumour=-0.16; is status=0.06; is thanks=0.25; is trade=-0.19; is tried=0.07; is wish=-0.12;
is withdrawn=-0.15; is witness=-0.09; is yes=-0.04; joined=0.29; joined category=-0.09;
joined complete=-0.62; joined doors=-0.03; joined petition=0.17; joined strength=-0.26;
joined trouble=-0.28; mentionsUs=-0.07; office=-0.01; othersOpen=-0.97; over30=0.82; over60=0.03;
ownHome=-0.1; ownOpen=-0.98; petition=0.92; private=0.58; retort=-0.33; strength=1.48; things=0.21;
trouble=-0.12; upTo16=-0.46; upTo4=-0.2; upTo8=0.18; voice=0.01`),
  own: weightsOf(`
afterMatter=0.38; afterOffice=-0.3; afterSelf=0.42; always=0.21; appeal=-0.27; asked=0.13;
asked and loose=0.05; asked and told=0.13; asks=-0.08; category=0.24; complete=0.21; digits=0.15;
doors=0.42; draft after it=0.15; draft always=0.21; draft danger=0.2; draft fact=0.59; draft far=-0.19;
draft latest=-0.03; draft likeness=0.71; draft minutes=-0.33; draft near category=0.2; draft next=0.15;
draft only=0.04; draft other category=-0.19; draft same category=0.54; draft settled=-0.76;
draft soon=0.49; draft unlike=-0.07; exclaims=0.15; faults=0.51; firstHand=-0.19; fluff=-0.52;
has answering=-0.06; has asking=-0.21; has bodily=0.05; has feelings=-0.12; has goods=0.17;
has lasting=0.53; has laughing=-0.03; has leisure=-0.25; has mine=-0.08; has money=0.27;
has negation=-0.02; has reporting=-0.52; has smallest=-0.08; has spot=0.53; has staffish=0.01;
has still=-0.15; has they=-0.22; has time=0.92; has wanting=0.26; has we=-0.01; has you=-0.2;
is advice=-0.41; is call=-0.09; is cause=0.16; is contrary=0.06; is deictic=0.13; is discretion=-0.42;
is done=0.07; is echo=0.41; is elsewhere=0.03; is further=-0.14; is injury=0.12; is joke=-0.11;
is punchline=-0.23; is question=0.01; is relieved=-0.1; is rumour=-0.09; is thanks=-0.05;
is trade=0.07; is tried=0.1; is wish=-0.05; is witness=-0.24; is yes=0.61; joined=0.05;
joined category=-0.02; joined complete=0.05; joined doors=0.13; joined petition=0.04;
joined strength=0.05; joined trouble=0.02; mentionsUs=-0.04; office=0.04; othersOpen=0.1; over30=0.16;
over60=0.11; ownHome=-0.12; ownOpen=0.21; petition=0.79; private=0.17; retort=-0.05; strength=0.42;
things=0.06; trouble=0.12; upTo16=-0.41; upTo4=-0.14; upTo8=-0.25; voice=0.2`),
  other: weightsOf(`
afterMatter=-0.02; afterOffice=0.03; afterSelf=0.34; always=-0.01; appeal=-0.3; asked=-0.19;
asked and loose=0.15; asked and told=-0.02; asks=0.07; category=-0.39; complete=-0.31; digits=0.37;
doors=-0.19; draft after it=0.21; draft always=-0.01; draft danger=-0.41; draft elsewhere=0.03;
draft fact=-0.13; draft far=-0.04; draft latest=0.29; draft likeness=0.5; draft minutes=-0.3;
draft near category=-0.09; draft next=0.21; draft only=-0.26; draft other category=0.03;
draft quoted=0.07; draft same category=0.13; draft settled=-0.47; draft soon=0.23;
draft supporter=0.28; draft unlike=-0.34; exclaims=-0.15; faults=0.21; firstHand=0.5; fluff=-0.26;
has answering=0.25; has asking=0.31; has bodily=0.23; has feelings=-0.3; has goods=-0.01;
has lasting=0.35; has laughing=-0.22; has leisure=-0.24; has mine=0.58; has money=-0.14;
has negation=0.09; has reporting=0.33; has smallest=0.13; has spot=0.43; has staffish=-0.2;
has still=0.04; has they=0.11; has time=0.49; has wanting=0.05; has we=-0.33; has you=-0.32;
is advice=-0.46; is borrow=-0.11; is call=0.19; is cause=-0.08; is contrary=0.22; is deictic=0.3;
is done=0.02; is echo=0.93; is explained=-0.29; is further=-0.28; is injury=-0.27; is joke=-0.13;
is lost=0.12; is offer=-0.05; is question=0.03; is relieved=-0.15; is rumour=-0.09; is thanks=-0.18;
is trade=-0.06; is tried=-0.22; is wish=-0.04; is witness=0.87; is yes=0.39; joined=-0.5;
joined category=-0.39; joined complete=-0.15; joined doors=0.09; joined petition=-0.16;
joined strength=-0.08; joined trouble=-0.16; othersOpen=-0.01; over30=-0.17; ownHome=0.14;
ownOpen=-0.09; petition=0.91; retort=-0.29; strength=0.21; things=-0.32; trouble=0.15; upTo16=-0.82;
upTo4=0.39; upTo8=0.02`),
  supports: weightsOf(`
afterMatter=0.52; afterOffice=0.04; afterSelf=-0.76; always=0.5; appeal=0.21; asked=-0.05;
asked and loose=0.01; asked and told=-0.06; asks=0.04; category=-0.23; complete=0.17; digits=0.13;
doors=-0.11; draft after it=0.27; draft always=0.5; draft danger=-0.04; draft elsewhere=-0.06;
draft fact=0.22; draft latest=0.03; draft likeness=0.31; draft minutes=0.04; draft near category=0.09;
draft next=0.27; draft only=0.47; draft other category=-0.31; draft quoted=0.02;
draft same category=-0.1; draft soon=-0.23; draft supporter=-4.94; draft unlike=0.3; faults=-0.18;
firstHand=0.37; fluff=0.1; has answering=0.07; has asking=-0.52; has bodily=-0.28; has feelings=0.01;
has lasting=-0.07; has laughing=0.01; has mine=0.17; has negation=0.35; has reporting=0.19;
has smallest=0.1; has spot=0.44; has staffish=0.02; has still=-0.26; has they=-0.68; has time=-0.34;
has wanting=0.15; has we=0.22; has you=0.35; is call=0.02; is cause=0.02; is contrary=-0.1;
is deictic=-0.12; is done=0.04; is echo=0.07; is joke=0.01; is lost=0.02; is question=0.28;
is tried=0.03; is witness=0.02; is yes=0.31; joined=0.08; joined category=-0.02; joined complete=0.1;
joined doors=0.17; joined petition=0.35; joined strength=0.15; joined trouble=0.2; othersOpen=0.5;
over30=-0.16; ownHome=-0.07; ownOpen=0.37; petition=-0.2; retort=0.54; strength=-0.44; things=-0.02;
upTo16=0.26; upTo4=0.32; upTo8=0.55`),
  adds: weightsOf(`
afterMatter=-0.65; afterOffice=-0.03; afterSelf=-0.11; appeal=0.21; asked=0.83; asked and loose=-0.02;
asks=-1.11; category=0.34; complete=0.28; digits=0.34; doors=-0.07; draft after it=0.09;
draft danger=0.41; draft elsewhere=-0.56; draft fact=1.5; draft latest=0.53; draft likeness=0.3;
draft minutes=0.05; draft near category=0.34; draft next=0.09; draft only=-0.79;
draft other category=-0.18; draft quoted=-0.04; draft same category=-0.26; draft soon=-0.48;
draft supporter=2.78; draft unlike=0.9; faults=0.07; firstHand=0.07; fluff=-0.22; has answering=0.02;
has asking=0.44; has bodily=-0.25; has feelings=0.4; has lasting=0.86; has laughing=-0.01;
has mine=0.31; has negation=0.34; has reporting=-0.3; has smallest=-0.22; has spot=0.49;
has staffish=-0.1; has still=0.67; has they=1.86; has time=1.29; has wanting=0.12; has we=-0.4;
has you=-0.24; is call=-0.06; is cause=0.11; is contrary=0.02; is deictic=0.28; is done=-0.09;
is echo=0.41; is joke=-0.01; is lost=0.5; is question=-0.31; is tried=0.53; is witness=0.94;
is yes=-0.64; joined=0.49; joined category=0.05; joined complete=-0.41; joined doors=0.54;
joined petition=0.82; joined strength=-0.46; joined trouble=0.57; over30=0.47; ownHome=0.36;
ownOpen=-0.45; petition=-0.28; retort=-0.55; strength=1.46; things=0.41; trouble=0.91; upTo16=-1.51;
upTo4=-0.73; upTo8=-1.02`),
  settles: weightsOf(`
afterMatter=-0.52; afterOffice=-0.1; afterSelf=0.57; always=-0.58; appeal=-0.22; asked=-0.07;
asked and loose=0.25; asked and told=-0.23; asks=-0.05; category=-0.5; complete=0.5; digits=-0.5;
doors=-0.34; draft after it=-0.45; draft always=-0.58; draft danger=0.26; draft elsewhere=-0.05;
draft fact=0.06; draft far=0.02; draft latest=-0.43; draft likeness=0.07; draft minutes=1.04;
draft near category=-0.05; draft next=-0.45; draft only=-0.1; draft other category=-0.39;
draft same category=-0.16; draft soon=-0.21; draft supporter=-0.07; draft unlike=-0.22;
emergency=-0.05; end danger explained=0.7; end own done=1.12; end own relieved=0.22; end still=-0.34;
exclaims=-0.05; faults=0.16; firstHand=-0.23; fluff=-0.01; has answering=-0.42; has asking=-0.17;
has bodily=-0.38; has feelings=-0.15; has goods=0.42; has lasting=-0.33; has laughing=-0.18;
has leisure=-0.05; has mine=0.07; has money=-0.08; has negation=-0.21; has reporting=-0.15;
has smallest=-0.34; has spot=-0.46; has staffish=0.07; has still=-0.26; has they=-0.16; has time=-0.1;
has wanting=-0.15; has we=0.09; has you=-0.41; is advice=0.04; is borrow=-0.01; is call=-0.05;
is cause=-0.02; is contrary=0.05; is deictic=-0.1; is discretion=-0.07; is done=1.35; is echo=-0.49;
is elsewhere=-0.01; is explained=0.68; is further=-0.11; is injury=-0.03; is joke=-0.14;
is offer=-0.01; is punchline=0.47; is question=-0.41; is relieved=0.2; is rumour=-0.03; is thanks=0.44;
is trade=-0.01; is tried=-0.04; is wish=-0.05; is withdrawn=0.16; is witness=0.12; is yes=-0.19;
joined=-0.04; joined category=-0.1; joined complete=0.03; joined doors=-0.07; joined petition=-0.26;
joined strength=0.01; joined trouble=0.04; mentionsUs=-0.03; office=-0.02; othersOpen=-0.49;
over30=-0.12; over60=-0.01; ownHome=0.16; ownOpen=-0.26; petition=-1.01; private=0.25; retort=-0.22;
strength=-0.12; things=0.03; trouble=-0.02; upTo16=-0.71; upTo4=-0.25; upTo8=-0.43; voice=-0.02`),
  pulls: weightsOf(`
always=-1.33; appeal=-0.12; category=-0.45; complete=-0.14; doors=-0.11; exclaims=-0.12; faults=-0.14;
firstHand=-0.2; fluff=-0.32; has answering=-0.35; has asking=-0.27; has bodily=-0.09;
has feelings=-0.03; has lasting=-0.02; has laughing=-0.13; has leisure=-0.02; has negation=-0.33;
has reporting=-0.15; has smallest=-0.21; has spot=-0.32; has staffish=-0.08; has still=-0.04;
has they=-0.14; has time=-0.26; has wanting=-0.07; has we=-0.07; has you=-0.09; is advice=-0.01;
is call=-0.04; is discretion=-0.01; is echo=-0.01; is injury=-0.04; is opening=-0.06; is question=-0.3;
is tried=-0.06; is wish=-0.05; mentionsUs=-0.02; ownHome=-0.11; petition=0.57; pull far=-0.16;
pull next=-0.62; pull shared=-0.11; strength=0.96; things=-0.48; trouble=-0.29; upTo16=-1.19;
upTo4=-0.39; upTo8=-0.82`),
}
/** SHA-256 of what they were learnt from. */
export const linkSource = '6cedfb3b35b3157b2db1e767e866405e628c8fea3fd3b5c86511dacb9baaec5c'
