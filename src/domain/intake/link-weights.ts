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
afterMatter=-0.48; afterOffice=0.12; afterSelf=0.61; always=-0.8; appeal=-0.46; asked=0.13;
asked and loose=0.17; asked and told=-0.15; asks=0.08; category=0.38; complete=0.21; digits=0.38;
doors=0.75; exclaims=0.19; faults=0.15; firstHand=0.11; fluff=-0.16; has answering=-0.27;
has asking=0.14; has bodily=-0.31; has feelings=-0.04; has goods=-0.12; has lasting=0.52;
has laughing=-0.01; has leisure=0.22; has mine=0.25; has money=-0.02; has negation=0.14;
has reporting=-0.03; has smallest=0.11; has spot=0.63; has staffish=0.04; has still=0.06;
has they=0.09; has time=0.21; has wanting=-0.02; has we=0.12; has you=-0.1; is advice=-0.25;
is borrow=-0.07; is call=-0.05; is cause=0.24; is chain=-0.02; is contrary=0.05; is deictic=0.08;
is discretion=-0.2; is done=0.04; is echo=0.01; is elsewhere=-0.04; is explained=0.1; is further=0.72;
is injury=-0.08; is joke=-0.21; is lost=0.1; is notice=-0.19; is offer=-0.17; is opening=-0.03;
is punchline=-0.11; is question=0.54; is relieved=-0.08; is status=-0.01; is thanks=0.13;
is trade=0.03; is tried=0.08; is wish=-0.09; is withdrawn=-0.19; is witness=-0.14; joined=0.05;
joined category=0.01; joined complete=-0.53; joined doors=0.02; joined petition=0.24;
joined strength=-0.14; joined trouble=-0.23; mentionsUs=-0.05; office=-0.03; othersOpen=-0.94;
over30=0.84; over60=0.13; ownHome=-0.05; ownOpen=-1.19; petition=1.2; private=0.35; retort=-0.23;
strength=1.47; things=0.19; trouble=-0.2; upTo16=-0.46; upTo4=-0.12; upTo8=0.15; voice=0.12`),
  own: weightsOf(`
afterMatter=0.29; afterOffice=-0.26; afterSelf=0.61; always=0.14; appeal=-0.21; asked=0.1;
asked and told=0.1; asks=-0.07; category=0.22; complete=-0.01; digits=0.44; doors=0.66;
draft after it=0.19; draft always=0.14; draft danger=-0.02; draft fact=0.47; draft far=-0.11;
draft likeness=0.29; draft minutes=-0.28; draft near category=0.2; draft next=0.19; draft only=-0.03;
draft other category=-0.28; draft quoted=0.04; draft same category=0.52; draft settled=-0.63;
draft soon=0.49; draft unlike=0.04; exclaims=0.23; faults=0.34; firstHand=-0.24; fluff=-0.4;
has answering=-0.04; has asking=-0.35; has bodily=-0.05; has feelings=-0.21; has goods=0.26;
has lasting=0.44; has laughing=-0.06; has leisure=-0.16; has mine=0.12; has money=-0.01;
has negation=0.07; has reporting=-0.15; has smallest=-0.06; has spot=0.39; has staffish=0.01;
has still=-0.06; has they=0.23; has time=0.87; has wanting=0.04; has we=-0.03; has you=-0.21;
is advice=-0.42; is borrow=-0.05; is call=-0.06; is cause=0.14; is contrary=0.18; is deictic=0.14;
is discretion=-0.41; is done=0.09; is echo=0.25; is elsewhere=0.02; is further=-0.16; is injury=0.11;
is joke=-0.06; is punchline=-0.13; is question=-0.04; is relieved=-0.07; is rumour=-0.11;
is thanks=-0.07; is trade=0.14; is tried=0.09; is wish=-0.07; is withdrawn=-0.04; is witness=-0.12;
is yes=0.56; joined=-0.09; joined category=-0.08; joined complete=0.07; joined doors=0.1;
joined petition=0.13; joined strength=0.13; joined trouble=-0.04; mentionsUs=-0.06; office=-0.03;
othersOpen=0.18; over30=0.28; over60=0.03; ownHome=-0.09; ownOpen=0.14; petition=0.96; retort=-0.06;
strength=0.53; things=0.01; trouble=0.04; upTo16=-0.5; upTo4=-0.1; upTo8=-0.06; voice=0.26`),
  other: weightsOf(`
afterMatter=0.18; afterOffice=0.02; afterSelf=0.07; always=0.02; appeal=-0.16; asked=-0.07;
asked and loose=0.05; asked and told=0.1; asks=0.1; category=-0.17; complete=-0.37; digits=0.16;
doors=-0.05; draft after it=0.24; draft always=0.02; draft danger=-0.31; draft elsewhere=0.05;
draft fact=-0.1; draft far=-0.08; draft latest=0.18; draft likeness=0.39; draft minutes=-0.32;
draft near category=-0.03; draft next=0.24; draft only=-0.07; draft other category=-0.13;
draft quoted=0.17; draft same category=0.11; draft settled=-0.39; draft soon=0.37;
draft supporter=0.27; draft unlike=-0.28; exclaims=0.15; faults=0.1; firstHand=0.47; fluff=-0.13;
has answering=0.24; has asking=0.06; has bodily=-0.21; has feelings=-0.34; has goods=-0.19;
has lasting=0.52; has laughing=0.13; has leisure=-0.08; has mine=0.14; has money=-0.06;
has negation=-0.02; has reporting=0.19; has smallest=0.14; has spot=0.18; has staffish=-0.28;
has still=0.25; has they=0.03; has time=0.41; has wanting=-0.15; has we=-0.33; has you=-0.36;
is advice=-0.26; is borrow=-0.04; is call=0.11; is cause=-0.12; is contrary=0.19; is deictic=0.28;
is discretion=-0.08; is done=-0.05; is echo=0.87; is explained=-0.13; is further=-0.2; is injury=-0.13;
is joke=-0.02; is lost=0.11; is offer=-0.05; is punchline=-0.02; is question=0.01; is relieved=0.07;
is rumour=-0.16; is thanks=-0.16; is trade=-0.06; is tried=-0.1; is wish=-0.04; is witness=0.67;
is yes=0.25; joined=-0.29; joined category=-0.22; joined complete=-0.24; joined doors=0.25;
joined petition=0.25; joined strength=0.28; joined trouble=-0.12; othersOpen=0.02; ownHome=0.09;
ownOpen=-0.32; petition=0.99; retort=-0.39; strength=0.46; things=-0.29; trouble=0.08; upTo16=-0.72;
upTo4=0.21; upTo8=-0.1`),
  supports: weightsOf(`
afterMatter=0.27; afterOffice=0.08; afterSelf=-0.65; always=0.41; appeal=-0.01; asked=-0.05;
asked and loose=-0.09; asked and told=-0.06; asks=0.04; category=0.03; complete=-0.24; digits=-0.19;
doors=0.07; draft after it=0.28; draft always=0.41; draft danger=-0.18; draft elsewhere=-0.55;
draft fact=-0.04; draft latest=0.28; draft likeness=0.12; draft minutes=-0.08;
draft near category=-0.61; draft next=0.28; draft only=-0.02; draft other category=-0.16;
draft quoted=0.19; draft same category=0.01; draft settled=0.29; draft soon=-0.26;
draft supporter=-3.78; draft unlike=-0.06; exclaims=0.51; faults=0.29; firstHand=0.54; fluff=0.2;
has answering=0.29; has asking=-0.07; has bodily=-0.38; has feelings=0.05; has goods=0.02;
has lasting=0.27; has laughing=0.02; has leisure=0.03; has mine=0.29; has money=0.06;
has negation=0.08; has reporting=0.18; has smallest=0.11; has spot=0.59; has staffish=0.03;
has still=-0.17; has they=-0.2; has time=-0.04; has wanting=0.04; has we=0.59; has you=0.79;
is advice=-0.59; is borrow=-0.12; is call=0.04; is cause=0.02; is contrary=0.21; is deictic=0.1;
is done=0.05; is echo=0.31; is further=0.05; is injury=0.1; is joke=0.11; is lost=0.07;
is question=0.32; is relieved=0.32; is tried=0.04; is witness=0.32; is yes=0.33; joined=-1.33;
joined category=-0.87; joined complete=-0.09; joined doors=-0.11; joined petition=-0.03;
joined strength=0.24; joined trouble=-0.08; othersOpen=0.41; over30=0.04; ownHome=0.29; ownOpen=0.22;
petition=-0.47; retort=-0.01; strength=-0.4; things=0.69; trouble=0.1; upTo16=0.13; upTo4=0.26;
upTo8=1.17`),
  adds: weightsOf(`
afterMatter=-0.34; afterOffice=0.05; afterSelf=0.36; always=0.32; appeal=0.23; asked=0.47;
asked and loose=-0.04; asked and told=0.05; asks=-0.66; category=-0.27; complete=0.41; digits=0.14;
doors=-0.03; draft after it=0.1; draft always=0.32; draft danger=-0.61; draft elsewhere=0.43;
draft fact=0.77; draft latest=0.3; draft likeness=0.22; draft minutes=-0.09; draft near category=0.78;
draft next=0.1; draft only=-0.46; draft other category=-0.49; draft quoted=0.03;
draft same category=0.16; draft settled=-0.08; draft soon=-0.26; draft supporter=2.11;
draft unlike=0.38; exclaims=0.16; faults=-0.29; firstHand=-0.66; fluff=-0.42; has answering=-0.26;
has asking=0.34; has bodily=-0.22; has feelings=0.23; has goods=0.22; has lasting=0.61;
has laughing=-0.52; has leisure=-0.34; has mine=-0.29; has money=-0.23; has negation=0.15;
has reporting=-0.51; has smallest=-0.25; has spot=0.3; has staffish=0.17; has still=0.6; has time=0.45;
has wanting=0.01; has we=-0.44; has you=-0.4; is advice=0.35; is borrow=0.11; is call=-0.07;
is cause=0.25; is contrary=-0.52; is deictic=0.34; is done=-0.12; is echo=0.72; is explained=0.15;
is further=0.24; is injury=0.11; is joke=-0.34; is lost=0.5; is question=0.19; is relieved=-0.5;
is tried=0.58; is witness=0.85; is yes=-0.69; joined=0.4; joined category=0.15; joined complete=-0.74;
joined doors=0.33; joined petition=0.05; joined strength=-0.43; joined trouble=0.33; othersOpen=0.32;
over30=0.62; ownHome=0.42; ownOpen=0.04; petition=0.59; retort=-0.4; strength=0.5; things=-0.12;
trouble=0.56; upTo16=-1.07; upTo4=-0.77; upTo8=-1.56`),
  settles: weightsOf(`
afterMatter=-0.55; afterOffice=-0.13; afterSelf=0.57; always=-0.65; appeal=-0.23; asked=-0.07;
asked and loose=0.09; asked and told=-0.07; asks=-0.1; category=-0.2; complete=0.25; digits=-0.42;
doors=-0.33; draft after it=-0.48; draft always=-0.65; draft danger=0.37; draft elsewhere=-0.12;
draft fact=0.12; draft far=-0.04; draft latest=-0.38; draft likeness=0.04; draft minutes=0.96;
draft near category=-0.07; draft next=-0.48; draft only=-0.07; draft other category=-0.18;
draft quoted=-0.02; draft same category=-0.08; draft soon=-0.33; draft supporter=-0.13;
draft unlike=-0.41; emergency=-0.12; end danger done=-0.04; end danger explained=0.42; end own=0.01;
end own done=1; end own explained=0.1; end own relieved=0.24; end still=-0.3; exclaims=-0.01;
faults=0.06; firstHand=-0.34; fluff=-0.15; has answering=-0.27; has asking=-0.22; has bodily=-0.22;
has feelings=-0.14; has goods=0.2; has lasting=-0.3; has leisure=0.07; has mine=0.1; has money=-0.07;
has negation=0.02; has reporting=-0.21; has smallest=-0.17; has spot=-0.25; has staffish=0.36;
has still=-0.16; has they=-0.1; has time=-0.44; has wanting=0.07; has we=0.16; has you=-0.22;
is advice=0.06; is borrow=-0.03; is call=-0.03; is cause=-0.04; is contrary=0.1; is discretion=-0.12;
is done=1.27; is echo=-0.26; is elsewhere=-0.01; is explained=0.51; is further=-0.1; is injury=-0.03;
is joke=-0.17; is lost=-0.04; is offer=-0.01; is punchline=0.26; is question=-0.36; is relieved=0.23;
is rumour=-0.03; is thanks=0.24; is trade=-0.04; is tried=-0.07; is wish=-0.05; is withdrawn=0.09;
is witness=0.17; is yes=-0.13; joined=-0.03; joined category=0.01; joined complete=0.12;
joined doors=-0.08; joined petition=-0.24; joined strength=-0.03; joined trouble=0.26;
mentionsUs=-0.02; office=-0.03; othersOpen=-0.41; over30=0.13; over60=-0.03; ownHome=-0.08;
ownOpen=-0.28; petition=-1.12; private=-0.04; retort=-0.23; strength=-0.15; things=0.12; trouble=0.01;
upTo16=-0.87; upTo4=-0.15; upTo8=-0.45; voice=-0.04`),
  pulls: weightsOf(`
always=-1.44; appeal=-0.14; asks=-0.01; category=-0.47; complete=-0.11; digits=-0.06; doors=-0.09;
exclaims=-0.08; faults=-0.13; firstHand=-0.36; fluff=-0.27; has answering=-0.25; has asking=-0.22;
has bodily=-0.12; has feelings=-0.08; has goods=-0.04; has lasting=-0.05; has laughing=-0.08;
has leisure=-0.01; has mine=-0.01; has negation=-0.39; has reporting=-0.27; has smallest=-0.18;
has spot=-0.27; has staffish=-0.14; has still=-0.09; has they=-0.14; has time=-0.17; has wanting=-0.18;
has we=-0.13; has you=-0.24; is advice=-0.01; is call=-0.03; is discretion=-0.04; is further=-0.02;
is injury=-0.02; is joke=-0.01; is notice=-0.02; is opening=-0.04; is question=-0.29; is rumour=-0.01;
is tried=-0.02; is wish=-0.03; mentionsUs=-0.01; over30=-0.09; ownHome=-0.11; petition=0.68;
pull far=-0.11; pull next=-0.84; pull same category=-0.05; pull shared=-0.09; strength=1.1;
things=-0.59; trouble=-0.16; upTo16=-1.04; upTo4=-0.29; upTo8=-0.64`),
}
/** SHA-256 of what they were learnt from. */
export const linkSource = '04a1674d42ee4ebdfc7668d54fd37e27fdf8fdf97c1ad3c44f6b3b6afd3839f6'
