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
afterMatter=-0.41; afterOffice=0.11; afterSelf=0.71; always=-1.01; appeal=-0.31; asked=0.14;
asked and loose=0.1; asked and told=-0.11; asks=0.12; category=0.36; complete=-0.1; digits=0.57;
doors=0.7; exclaims=0.02; faults=0.03; firstHand=0.12; fluff=-0.1; framed=-0.34; framed and free=-0.6;
has answering=-0.33; has arranging=-0.38; has asking=0.19; has away=-0.27; has bodily=-0.36;
has calling=-0.08; has family=0.04; has feelings=0.09; has food=-0.09; has forwarding=0.05;
has gadgets=0.01; has goods=-0.14; has instructing=-0.14; has lasting=0.42; has laughing=-0.01;
has leisure=0.18; has likening=-0.13; has mine=0.15; has money=-0.12; has negation=0.18;
has owning=-0.1; has past=-0.17; has praising=0.03; has reporting=0.01; has shown=-0.15;
has smallest=0.09; has spot=0.53; has staffish=0.08; has still=0.16; has they=-0.06; has time=0.23;
has wanting=-0.02; has we=0.02; has weather=-0.1; has work=-0.14; has you=0.05; is addressed=0.01;
is advice=-0.24; is borrow=-0.06; is call=-0.03; is cause=0.16; is chain=-0.02; is contrary=0.04;
is deictic=0.01; is discretion=-0.14; is done=0.01; is echo=-0.04; is elsewhere=-0.03;
is explained=0.02; is further=0.72; is injury=-0.12; is joke=-0.18; is lost=0.1; is notice=-0.14;
is offer=-0.09; is opening=-0.02; is punchline=-0.09; is question=0.42; is relieved=-0.04;
is rumour=-0.01; is status=0.01; is thanks=0.1; is trade=0.03; is tried=-0.01; is wish=-0.03;
is withdrawn=-0.12; is witness=-0.07; is yes=-0.02; joined=0.15; joined category=-0.01;
joined complete=-0.33; joined doors=0.01; joined petition=0.2; joined strength=-0.16;
joined trouble=-0.18; mentionsUs=0.06; merry=-0.52; office=-0.02; othersOpen=-0.63; over30=0.84;
over60=0.25; ownHome=0.03; ownOpen=-0.92; petition=1.26; private=0.46; retort=-0.18; strength=1.58;
things=0.13; trouble=-0.33; upTo16=-0.4; upTo4=-0.14; upTo8=0.07; voice=0.2`),
  own: weightsOf(`
afterMatter=0.25; afterOffice=-0.2; afterSelf=0.57; always=0.2; appeal=-0.14; asked=0.1;
asked and loose=-0.01; asked and told=0.1; asks=-0.07; category=0.32; complete=-0.11; digits=0.4;
doors=0.53; draft after it=0.13; draft always=0.2; draft danger=0.21; draft fact=0.53; draft far=-0.06;
draft latest=-0.02; draft likeness=0.35; draft minutes=-0.23; draft near category=0.17;
draft next=0.13; draft only=0.1; draft other category=-0.22; draft quoted=0.04;
draft same category=0.42; draft settled=-0.67; draft soon=0.4; draft unlike=0.03; exclaims=0.14;
faults=0.29; firstHand=-0.28; fluff=-0.27; framed=0.01; framed and free=0.04; has answering=-0.11;
has arranging=0.04; has asking=-0.32; has away=-0.04; has bodily=-0.03; has calling=-0.06;
has family=0.03; has feelings=-0.16; has food=-0.05; has forwarding=0.02; has gadgets=-0.02;
has goods=0.21; has instructing=0.07; has lasting=0.47; has laughing=-0.08; has leisure=-0.18;
has likening=0.1; has mended=0.01; has mine=0.05; has money=-0.02; has negation=0.05; has owning=-0.26;
has past=-0.01; has praising=-0.54; has reporting=-0.1; has school=-0.18; has shown=-0.04;
has smallest=-0.02; has spot=0.37; has still=-0.02; has they=0.21; has time=0.77; has wanting=0.03;
has we=-0.03; has weather=0.02; has work=-0.16; has you=-0.14; is advice=-0.37; is borrow=-0.04;
is call=-0.05; is cause=0.1; is contrary=0.19; is deictic=0.06; is discretion=-0.33; is done=0.07;
is echo=0.19; is elsewhere=0.02; is further=-0.14; is injury=0.09; is joke=-0.04; is punchline=-0.03;
is question=-0.04; is relieved=-0.04; is rumour=-0.1; is thanks=-0.06; is trade=0.13; is tried=0.05;
is wish=-0.03; is withdrawn=-0.03; is witness=-0.11; is yes=0.42; joined=-0.06; joined category=-0.02;
joined complete=0.06; joined doors=0.08; joined petition=0.11; joined strength=0.13;
joined trouble=0.04; mentionsUs=-0.03; merry=-0.06; office=-0.02; othersOpen=0.17; over30=0.18;
ownHome=-0.05; ownOpen=0.2; petition=0.9; private=-0.05; retort=-0.08; strength=0.48; things=-0.02;
trouble=0.08; upTo16=-0.52; upTo4=-0.13; upTo8=-0.14; voice=0.21`),
  other: weightsOf(`
afterMatter=0.16; afterOffice=0.04; afterSelf=0.09; always=0.01; appeal=-0.12; asked=-0.04;
asked and loose=-0.01; asked and told=0.07; asks=0.09; category=-0.19; complete=-0.34; digits=0.18;
doors=-0.09; draft after it=0.23; draft always=0.01; draft danger=-0.23; draft elsewhere=0.01;
draft fact=-0.04; draft far=-0.06; draft latest=0.17; draft likeness=0.26; draft minutes=-0.27;
draft near category=0.07; draft next=0.23; draft only=-0.08; draft other category=-0.09;
draft quoted=0.13; draft same category=0.19; draft settled=-0.42; draft soon=0.31;
draft supporter=0.29; draft unlike=-0.31; exclaims=0.1; faults=0.16; firstHand=0.54; fluff=-0.08;
framed=0.01; framed and free=0.08; has answering=0.2; has arranging=-0.04; has asking=0.02;
has away=-0.08; has bodily=-0.11; has calling=0.08; has family=-0.23; has feelings=-0.3; has food=0.1;
has forwarding=0.12; has gadgets=-0.09; has goods=-0.16; has instructing=0.14; has lasting=0.47;
has laughing=0.13; has leisure=-0.15; has likening=-0.05; has mended=0.05; has mine=0.16;
has money=-0.12; has negation=-0.01; has owning=-0.3; has past=-0.04; has praising=-0.21;
has reporting=0.14; has school=-0.06; has shown=-0.05; has smallest=0.14; has spot=0.15;
has staffish=-0.25; has still=0.12; has they=0.13; has time=0.46; has wanting=-0.14; has we=-0.34;
has weather=0.05; has work=-0.12; has you=-0.39; is advice=-0.26; is borrow=0.03; is call=0.14;
is cause=-0.05; is contrary=0.09; is deictic=0.21; is discretion=-0.06; is done=-0.06; is echo=0.8;
is explained=-0.1; is further=-0.17; is injury=-0.06; is joke=-0.05; is lost=0.09; is offer=-0.04;
is punchline=-0.02; is question=0.01; is relieved=-0.03; is rumour=-0.13; is thanks=-0.15;
is trade=-0.06; is tried=-0.09; is wish=-0.03; is witness=0.61; is yes=0.23; joined=-0.26;
joined category=-0.19; joined complete=-0.23; joined doors=0.19; joined petition=0.33;
joined strength=0.25; joined trouble=-0.08; merry=-0.04; othersOpen=0.01; over30=-0.04; ownHome=0.08;
ownOpen=-0.3; petition=0.85; retort=-0.41; strength=0.36; things=-0.23; trouble=0.06; upTo16=-0.7;
upTo4=0.15; upTo8=-0.22`),
  supports: weightsOf(`
afterMatter=0.32; afterOffice=0.08; afterSelf=-0.6; always=0.45; appeal=0.04; asked and loose=-0.04;
asked and told=-0.03; asks=0.03; category=0.18; complete=-0.01; digits=0.12; doors=0.17;
draft after it=0.31; draft always=0.45; draft danger=-0.09; draft elsewhere=-0.45; draft fact=-0.55;
draft latest=0.31; draft likeness=-0.12; draft minutes=-0.07; draft near category=-0.48;
draft next=0.31; draft only=-0.09; draft other category=-0.45; draft quoted=0.23;
draft same category=-0.44; draft soon=0.05; draft supporter=-3.77; draft unlike=-0.07; exclaims=0.5;
faults=0.03; firstHand=0.27; fluff=0.22; framed=0.63; framed and free=0.11; has answering=0.54;
has arranging=-0.22; has asking=-0.04; has away=0.04; has bodily=-0.29; has calling=0.03;
has family=0.27; has food=-0.25; has forwarding=0.1; has gadgets=-0.38; has goods=0.01;
has instructing=0.19; has lasting=0.35; has laughing=0.05; has leisure=0.05; has likening=-0.54;
has mended=0.01; has mine=0.27; has money=0.05; has negation=0.2; has owning=-0.43; has past=0.08;
has praising=0.11; has reporting=0.24; has school=0.04; has smallest=0.12; has spot=0.76;
has staffish=0.05; has still=-0.26; has they=-0.09; has time=-0.01; has wanting=0.04; has we=0.51;
has weather=0.13; has work=-0.3; has you=0.82; is advice=-0.56; is borrow=-0.15; is call=0.04;
is cause=-0.65; is contrary=0.18; is deictic=0.18; is done=0.07; is echo=0.47; is explained=0.01;
is further=0.04; is injury=0.02; is joke=0.12; is lost=0.13; is question=0.34; is relieved=0.02;
is tried=0.08; is witness=0.2; is yes=0.29; joined=-1.25; joined category=-0.87; joined complete=-0.06;
joined doors=-0.11; joined petition=-0.11; joined strength=0.22; joined trouble=-0.16; merry=-0.1;
othersOpen=0.45; over30=0.08; ownHome=0.4; ownOpen=0.21; petition=-0.29; retort=0.07; strength=-0.28;
things=0.4; trouble=0.26; upTo16=-0.09; upTo4=0.28; upTo8=1.06`),
  adds: weightsOf(`
afterMatter=-0.35; afterOffice=0.02; afterSelf=0.43; always=0.3; appeal=0.18; asked=0.54;
asked and loose=-0.03; asked and told=0.05; asks=-0.59; category=-0.47; complete=0.21; digits=-0.09;
doors=-0.08; draft after it=0.06; draft always=0.3; draft danger=-0.22; draft elsewhere=-0.04;
draft fact=0.97; draft latest=0.29; draft likeness=0.2; draft minutes=-0.1; draft near category=0.38;
draft next=0.06; draft only=-0.31; draft other category=-0.45; draft quoted=-0.02;
draft same category=0.23; draft soon=-0.29; draft supporter=2.15; draft unlike=0.42; exclaims=-0.17;
faults=-0.05; firstHand=-0.31; fluff=-0.43; framed=0.14; framed and free=-0.46; has answering=-0.22;
has arranging=0.01; has asking=0.2; has away=-0.35; has bodily=-0.26; has calling=-0.19;
has family=-1.03; has feelings=-0.08; has food=0.28; has forwarding=0.02; has gadgets=0.06;
has goods=0.22; has instructing=0.44; has lasting=0.44; has laughing=-0.6; has leisure=-0.37;
has likening=-0.26; has mended=-0.1; has mine=-0.29; has money=-0.24; has negation=0.09;
has owning=0.28; has past=0.03; has praising=-0.37; has reporting=-0.49; has school=-0.46;
has smallest=-0.23; has spot=0.19; has staffish=0.1; has still=0.56; has they=0.27; has time=0.37;
has wanting=-0.01; has we=-0.48; has weather=-0.04; has work=0.62; has you=-0.42; is advice=0.42;
is borrow=0.13; is call=-0.07; is cause=0.57; is contrary=-0.45; is deictic=0.38; is done=-0.13;
is echo=0.54; is explained=0.19; is further=0.23; is injury=0.24; is joke=-0.33; is lost=0.45;
is question=0.07; is relieved=-0.34; is tried=0.35; is witness=0.45; is yes=-0.24; joined=0.33;
joined category=0.09; joined complete=-0.69; joined doors=0.32; joined petition=0.02;
joined strength=-0.31; joined trouble=0.41; merry=0.04; othersOpen=0.3; over30=0.55; ownHome=0.42;
ownOpen=0.04; petition=0.52; retort=-0.28; strength=0.51; things=-0.06; trouble=0.38; upTo16=-1.03;
upTo4=-0.71; upTo8=-1.77`),
  settles: weightsOf(`
afterMatter=-0.53; afterOffice=-0.14; afterSelf=0.57; always=-0.66; appeal=-0.23; asked=0.01;
asked and loose=0.24; asked and told=-0.03; asks=-0.11; category=-0.18; complete=0.18; digits=-0.37;
doors=-0.35; draft after it=-0.37; draft always=-0.66; draft danger=0.54; draft elsewhere=-0.11;
draft fact=0.23; draft latest=-0.28; draft likeness=-0.06; draft minutes=1.17;
draft near category=-0.08; draft next=-0.37; draft only=-0.14; draft other category=-0.13;
draft quoted=-0.02; draft same category=0.04; draft soon=-0.46; draft supporter=-0.18;
draft unlike=-0.35; emergency=-0.11; end danger done=-0.05; end danger explained=0.35; end own=0.18;
end own done=1.08; end own explained=0.07; end own relieved=0.21; end still=-0.34; exclaims=-0.02;
firstHand=-0.4; fluff=-0.2; framed=-0.18; framed and free=-0.01; has answering=-0.12;
has arranging=-0.06; has asking=-0.13; has away=-0.04; has bodily=-0.21; has calling=-0.04;
has family=0.37; has feelings=-0.09; has food=0.01; has forwarding=-0.09; has gadgets=0.07;
has goods=0.16; has instructing=0.02; has lasting=-0.35; has laughing=-0.06; has leisure=0.04;
has likening=-0.13; has mended=0.26; has mine=0.12; has money=-0.08; has negation=-0.15;
has owning=0.59; has past=-0.03; has praising=0.48; has reporting=-0.21; has school=0.04;
has shown=0.09; has smallest=-0.12; has spot=-0.44; has staffish=0.18; has still=-0.04; has they=0.06;
has time=-0.38; has wanting=-0.01; has we=0.08; has weather=-0.02; has work=-0.16; has you=-0.26;
is advice=-0.05; is borrow=-0.04; is call=-0.03; is cause=-0.06; is contrary=0.06; is deictic=-0.01;
is discretion=-0.17; is done=1.26; is echo=-0.33; is elsewhere=-0.01; is explained=0.39;
is further=-0.09; is injury=-0.04; is joke=-0.18; is lost=-0.04; is offer=-0.02; is punchline=0.25;
is question=-0.28; is relieved=0.08; is rumour=-0.03; is thanks=0.18; is trade=-0.04; is tried=-0.1;
is wish=-0.05; is withdrawn=0.06; is witness=0.1; is yes=-0.13; joined=-0.09; joined category=-0.01;
joined complete=0.1; joined doors=-0.06; joined petition=-0.28; joined strength=-0.03;
joined trouble=0.32; mentionsUs=-0.03; merry=-0.17; office=-0.03; othersOpen=-0.6; over30=0.03;
over60=-0.03; ownOpen=-0.49; petition=-1.03; private=-0.25; retort=-0.13; strength=-0.23; things=0.17;
trouble=0.04; upTo16=-0.62; upTo4=-0.17; upTo8=-0.43; voice=-0.04`),
  pulls: weightsOf(`
always=-1.43; appeal=-0.14; asks=-0.01; category=-0.47; complete=-0.11; digits=-0.07; doors=-0.1;
exclaims=-0.08; faults=-0.13; firstHand=-0.36; fluff=-0.27; has answering=-0.25; has arranging=-0.01;
has asking=-0.23; has bodily=-0.12; has feelings=-0.08; has food=-0.1; has forwarding=-0.07;
has goods=-0.04; has instructing=-0.01; has lasting=-0.05; has laughing=-0.08; has leisure=-0.01;
has mine=-0.01; has negation=-0.39; has owning=-0.11; has praising=-0.03; has reporting=-0.26;
has school=-0.01; has smallest=-0.18; has spot=-0.28; has staffish=-0.14; has still=-0.08;
has they=-0.14; has time=-0.17; has wanting=-0.18; has we=-0.12; has weather=-0.04; has work=-0.06;
has you=-0.23; is advice=-0.01; is call=-0.03; is discretion=-0.04; is further=-0.02; is injury=-0.02;
is joke=-0.01; is notice=-0.02; is opening=-0.04; is question=-0.29; is rumour=-0.01; is tried=-0.02;
is wish=-0.03; mentionsUs=-0.01; over30=-0.09; ownHome=-0.11; petition=0.66; pull far=-0.11;
pull next=-0.84; pull same category=-0.03; pull shared=-0.09; strength=1.09; things=-0.58;
trouble=-0.16; upTo16=-1.05; upTo4=-0.3; upTo8=-0.65`),
  alarms: weightsOf(`
alarm after beasts=0.01; alarm after cooked=0.22; alarm after drilled=0.05; alarm after shown=-0.29;
alarm always=1.36; alarm armed=0.23; alarm asks=0.03; alarm asksHow=0.05; alarm beasts=0.15;
alarm bodily=-0.16; alarm by ear=-0.42; alarm cooked=0.17; alarm cries=-0.16; alarm digits=0.6;
alarm dosed=0.4; alarm doubled=0.24; alarm drilled=-0.2; alarm ended=0.24; alarm exclaims=-0.02;
alarm falling=-0.5; alarm felt=-0.44; alarm grave=0.53; alarm head=1.16; alarm here=0.17;
alarm is advice=0.03; alarm is borrow=0.09; alarm is cause=-0.23; alarm is contrary=0.1;
alarm is deictic=-0.39; alarm is done=-0.1; alarm is echo=-0.01; alarm is elsewhere=-0.28;
alarm is explained=-0.05; alarm is injury=0.14; alarm is joke=-0.27; alarm is lost=0.09;
alarm is notice=-0.02; alarm is punchline=-0.06; alarm is question=-0.18; alarm is relieved=-0.34;
alarm is rumour=-0.33; alarm is thanks=-0.06; alarm is trade=-0.01; alarm is tried=0.26;
alarm is withdrawn=0.02; alarm is witness=0.09; alarm lately=-0.77; alarm likened=-0.14;
alarm now=0.19; alarm of child=0.33; alarm of electric=0.12; alarm of fight=0.01; alarm of fire=-0.66;
alarm of gas=0.34; alarm of lift=0.05; alarm of medical=0.19; alarm of suicide=1.21;
alarm of water=-0.23; alarm oldOnes=0.66; alarm once=-0.37; alarm over24=-0.29; alarm over48=0.01;
alarm petition=0.28; alarm played=-0.62; alarm seen=0.12; alarm shown=-1.09; alarm smiling=-0.34;
alarm sold=-0.2; alarm spilt=-0.36; alarm starting=-0.59; alarm stuck=0.01; alarm supposed=-0.66;
alarm told=0.02; alarm upTo12=1.12; alarm upTo6=0.57; alarm we=-0.08; alarm wet=0.07;
alarm worked=-0.55; alarm youngOnes=0.42`),
}
/** SHA-256 of what they were learnt from. */
export const linkSource = '9e30d254d5396ee03d30e845f8c1ac45acaf2b0325649747675a14deabd5a5f6'
