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
afterMatter=-0.41; afterOffice=0.09; afterSelf=0.72; always=-0.99; appeal=-0.32; asked=0.15;
asked and loose=0.11; asked and told=-0.11; asks=0.13; category=0.35; complete=-0.1; digits=0.58;
doors=0.71; exclaims=0.02; faults=0.03; firstHand=0.11; fluff=-0.1; framed=-0.34;
framed and free=-0.59; has answering=-0.33; has arranging=-0.38; has asking=0.18; has away=-0.28;
has bodily=-0.35; has calling=-0.07; has family=0.06; has feelings=0.09; has food=-0.07;
has forwarding=0.05; has gadgets=0.01; has goods=-0.14; has instructing=-0.14; has lasting=0.43;
has laughing=-0.01; has leisure=0.18; has likening=-0.12; has mended=0.01; has mine=0.14;
has money=-0.11; has negation=0.17; has owning=-0.1; has past=-0.17; has praising=0.02;
has reporting=-0.01; has school=-0.01; has shown=-0.14; has smallest=0.09; has spot=0.52;
has staffish=0.1; has still=0.17; has they=-0.05; has time=0.24; has wanting=-0.01; has we=0.02;
has weather=-0.1; has work=-0.14; has you=0.05; is addressed=0.01; is advice=-0.23; is borrow=-0.06;
is call=-0.04; is cause=0.16; is chain=-0.02; is contrary=0.05; is deictic=0.01; is discretion=-0.14;
is done=0.02; is echo=-0.04; is elsewhere=-0.03; is explained=0.02; is further=0.69; is injury=-0.13;
is joke=-0.18; is lost=0.1; is notice=-0.14; is offer=-0.09; is opening=-0.03; is punchline=-0.09;
is question=0.42; is relieved=-0.03; is status=0.01; is thanks=0.1; is trade=0.04; is tried=-0.01;
is wish=-0.03; is withdrawn=-0.13; is witness=-0.07; is yes=-0.03; joined=0.15; joined category=-0.02;
joined complete=-0.33; joined doors=0.01; joined petition=0.18; joined strength=-0.17;
joined trouble=-0.17; mentionsUs=0.05; merry=-0.52; office=-0.02; othersOpen=-0.62; over30=0.83;
over60=0.23; ownHome=0.08; ownOpen=-0.92; petition=1.26; private=0.47; retort=-0.17; strength=1.57;
things=0.13; trouble=-0.34; upTo16=-0.4; upTo4=-0.14; upTo8=0.08; voice=0.2`),
  own: weightsOf(`
afterMatter=0.25; afterOffice=-0.17; afterSelf=0.56; always=0.19; appeal=-0.15; asked=0.1;
asked and loose=-0.01; asked and told=0.1; asks=-0.07; category=0.3; complete=-0.11; digits=0.41;
doors=0.54; draft after it=0.13; draft always=0.19; draft danger=0.19; draft fact=0.51;
draft far=-0.06; draft likeness=0.3; draft minutes=-0.23; draft near category=0.17; draft next=0.13;
draft only=0.12; draft other category=-0.22; draft quoted=0.04; draft same category=0.53;
draft settled=-0.66; draft soon=0.39; draft unlike=0.06; exclaims=0.15; faults=0.29; firstHand=-0.28;
fluff=-0.28; framed and free=0.04; has answering=-0.13; has arranging=0.04; has asking=-0.32;
has away=-0.04; has bodily=-0.02; has calling=-0.06; has family=0.04; has feelings=-0.16;
has food=-0.06; has forwarding=0.02; has gadgets=-0.01; has goods=0.2; has instructing=0.05;
has lasting=0.46; has laughing=-0.09; has leisure=-0.18; has likening=0.11; has mended=0.01;
has mine=0.03; has money=-0.02; has negation=0.07; has owning=-0.26; has past=-0.01;
has praising=-0.51; has reporting=-0.09; has school=-0.17; has shown=-0.04; has smallest=-0.02;
has spot=0.38; has still=0.01; has they=0.21; has time=0.76; has wanting=0.02; has we=-0.03;
has weather=0.02; has work=-0.16; has you=-0.15; is advice=-0.37; is borrow=-0.04; is call=-0.05;
is cause=0.11; is contrary=0.19; is deictic=0.07; is discretion=-0.33; is done=0.06; is echo=0.19;
is elsewhere=0.02; is further=-0.1; is injury=0.09; is joke=-0.04; is punchline=-0.02;
is question=-0.04; is relieved=-0.04; is rumour=-0.1; is thanks=-0.07; is trade=0.13; is tried=0.05;
is wish=-0.03; is withdrawn=-0.03; is witness=-0.11; is yes=0.43; joined=-0.05; joined complete=0.05;
joined doors=0.08; joined petition=0.13; joined strength=0.15; joined trouble=0.04; mentionsUs=-0.04;
merry=-0.06; office=-0.02; othersOpen=0.16; over30=0.19; over60=0.04; ownHome=-0.02; ownOpen=0.19;
petition=0.89; private=-0.05; retort=-0.07; strength=0.51; things=-0.02; trouble=0.06; upTo16=-0.5;
upTo4=-0.13; upTo8=-0.15; voice=0.2`),
  other: weightsOf(`
afterMatter=0.16; afterOffice=0.04; afterSelf=0.1; appeal=-0.11; asked=-0.05; asked and loose=-0.01;
asked and told=0.06; asks=0.09; category=-0.14; complete=-0.34; digits=0.19; doors=-0.09;
draft after it=0.23; draft danger=-0.24; draft elsewhere=0.03; draft fact=-0.06; draft far=-0.06;
draft latest=0.16; draft likeness=0.33; draft minutes=-0.27; draft near category=0.07; draft next=0.23;
draft only=-0.08; draft other category=-0.15; draft quoted=0.13; draft same category=0.15;
draft settled=-0.42; draft soon=0.3; draft supporter=0.29; draft unlike=-0.24; exclaims=0.1;
faults=0.15; firstHand=0.54; fluff=-0.08; framed=0.01; framed and free=0.08; has answering=0.21;
has arranging=-0.04; has asking=0.02; has away=-0.08; has bodily=-0.11; has calling=0.08;
has family=-0.23; has feelings=-0.3; has food=0.1; has forwarding=0.12; has gadgets=-0.09;
has goods=-0.16; has instructing=0.13; has lasting=0.47; has laughing=0.13; has leisure=-0.16;
has likening=-0.05; has mended=0.05; has mine=0.17; has money=-0.14; has negation=-0.02;
has owning=-0.3; has past=-0.04; has praising=-0.2; has reporting=0.14; has school=-0.06;
has shown=-0.05; has smallest=0.14; has spot=0.14; has staffish=-0.24; has still=0.11; has they=0.13;
has time=0.46; has wanting=-0.14; has we=-0.34; has weather=0.05; has work=-0.12; has you=-0.41;
is advice=-0.26; is borrow=0.03; is call=0.14; is cause=-0.05; is contrary=0.09; is deictic=0.2;
is discretion=-0.06; is done=-0.05; is echo=0.79; is explained=-0.1; is further=-0.17; is injury=-0.06;
is joke=-0.05; is lost=0.09; is offer=-0.04; is punchline=-0.02; is question=0.01; is relieved=-0.03;
is rumour=-0.13; is thanks=-0.15; is trade=-0.06; is tried=-0.09; is wish=-0.04; is witness=0.6;
is yes=0.23; joined=-0.26; joined category=-0.19; joined complete=-0.24; joined doors=0.2;
joined petition=0.35; joined strength=0.22; joined trouble=-0.09; merry=-0.03; over30=-0.04;
ownHome=0.08; ownOpen=-0.3; petition=0.86; retort=-0.4; strength=0.35; things=-0.23; trouble=0.08;
upTo16=-0.7; upTo4=0.15; upTo8=-0.22`),
  supports: weightsOf(`
afterMatter=0.31; afterOffice=0.08; afterSelf=-0.63; always=0.45; appeal=0.03; asked and loose=-0.04;
asked and told=-0.03; asks=0.03; category=0.34; complete=-0.05; digits=0.1; doors=0.18;
draft after it=0.31; draft always=0.45; draft danger=-0.08; draft elsewhere=-0.45; draft fact=-0.56;
draft latest=0.32; draft likeness=-0.11; draft minutes=-0.08; draft near category=-0.16;
draft next=0.31; draft only=-0.12; draft other category=-0.54; draft quoted=0.23;
draft same category=-0.43; draft soon=0.07; draft supporter=-3.78; draft unlike=-0.1; exclaims=0.5;
faults=0.03; firstHand=0.24; fluff=0.23; framed=0.62; framed and free=0.1; has answering=0.52;
has arranging=-0.21; has asking=-0.04; has away=0.04; has bodily=-0.3; has calling=0.03;
has family=0.26; has feelings=-0.01; has food=-0.23; has forwarding=0.1; has gadgets=-0.44;
has goods=0.01; has instructing=0.21; has lasting=0.34; has laughing=0.05; has leisure=0.05;
has likening=-0.54; has mended=0.01; has mine=0.25; has money=0.05; has negation=0.21;
has owning=-0.44; has past=0.07; has praising=0.11; has reporting=0.23; has school=0.05;
has smallest=0.12; has spot=0.8; has staffish=0.05; has still=-0.26; has they=-0.09; has time=0.02;
has wanting=0.03; has we=0.5; has weather=0.12; has work=-0.29; has you=0.82; is advice=-0.56;
is borrow=-0.15; is call=0.05; is cause=-0.63; is contrary=0.17; is deictic=0.18; is done=0.08;
is echo=0.49; is explained=0.01; is further=0.05; is injury=0.02; is joke=0.12; is lost=0.13;
is question=0.34; is relieved=0.02; is tried=0.08; is witness=0.21; is yes=0.29; joined=-1.24;
joined category=-0.92; joined complete=-0.09; joined doors=-0.09; joined petition=-0.08;
joined strength=0.22; joined trouble=-0.15; merry=-0.11; othersOpen=0.45; over30=0.09; ownHome=0.43;
ownOpen=0.24; petition=-0.31; retort=0.07; strength=-0.25; things=0.36; trouble=0.27; upTo16=-0.08;
upTo4=0.29; upTo8=1.07`),
  adds: weightsOf(`
afterMatter=-0.34; afterOffice=0.01; afterSelf=0.45; always=0.31; appeal=0.17; asked=0.52;
asked and loose=-0.03; asked and told=0.05; asks=-0.61; category=-0.65; complete=0.22; digits=-0.12;
doors=-0.08; draft after it=0.08; draft always=0.31; draft danger=-0.18; draft elsewhere=-0.02;
draft fact=0.97; draft latest=0.33; draft likeness=0.48; draft minutes=-0.12; draft near category=0.28;
draft next=0.08; draft only=-0.34; draft other category=-0.34; draft quoted=-0.01; draft soon=-0.26;
draft supporter=2.17; draft unlike=0.41; exclaims=-0.15; faults=-0.04; firstHand=-0.32; fluff=-0.44;
framed=0.14; framed and free=-0.44; has answering=-0.22; has arranging=0.01; has asking=0.16;
has away=-0.36; has bodily=-0.27; has calling=-0.19; has family=-1.04; has feelings=-0.08;
has food=0.29; has gadgets=0.11; has goods=0.17; has instructing=0.46; has lasting=0.46;
has laughing=-0.6; has leisure=-0.37; has likening=-0.27; has mended=-0.11; has mine=-0.24;
has money=-0.26; has negation=0.09; has owning=0.31; has past=0.03; has praising=-0.38;
has reporting=-0.47; has school=-0.47; has smallest=-0.24; has spot=0.18; has staffish=0.12;
has still=0.5; has they=0.25; has time=0.38; has wanting=-0.01; has we=-0.52; has weather=-0.03;
has work=0.53; has you=-0.37; is advice=0.38; is borrow=0.13; is call=-0.07; is cause=0.54;
is contrary=-0.46; is deictic=0.39; is done=-0.14; is echo=0.52; is explained=0.2; is further=0.21;
is injury=0.24; is joke=-0.32; is lost=0.47; is question=0.09; is relieved=-0.34; is tried=0.36;
is witness=0.43; is yes=-0.22; joined=0.31; joined category=0.16; joined complete=-0.76;
joined doors=0.31; joined petition=-0.04; joined strength=-0.26; joined trouble=0.39; merry=0.05;
othersOpen=0.31; over30=0.53; ownHome=0.32; ownOpen=-0.03; petition=0.56; retort=-0.3; strength=0.49;
things=-0.05; trouble=0.37; upTo16=-1.03; upTo4=-0.72; upTo8=-1.75`),
  settles: weightsOf(`
afterMatter=-0.53; afterOffice=-0.14; afterSelf=0.57; always=-0.67; appeal=-0.24; asked and loose=0.23;
asked and told=-0.03; asks=-0.11; category=-0.11; complete=0.17; digits=-0.37; doors=-0.35;
draft after it=-0.37; draft always=-0.67; draft danger=0.54; draft elsewhere=-0.11; draft fact=0.22;
draft far=-0.01; draft latest=-0.28; draft minutes=1.18; draft near category=-0.06; draft next=-0.37;
draft only=-0.14; draft other category=-0.06; draft quoted=-0.02; draft same category=-0.05;
draft soon=-0.47; draft supporter=-0.18; draft unlike=-0.32; emergency=-0.11; end danger done=-0.05;
end danger explained=0.35; end own=0.18; end own done=1.09; end own explained=0.07;
end own relieved=0.21; end still=-0.34; exclaims=-0.02; faults=-0.01; firstHand=-0.4; fluff=-0.19;
framed=-0.18; framed and free=-0.01; has answering=-0.13; has arranging=-0.06; has asking=-0.13;
has away=-0.04; has bodily=-0.22; has calling=-0.04; has family=0.37; has feelings=-0.09;
has forwarding=-0.09; has gadgets=0.07; has goods=0.16; has instructing=0.02; has lasting=-0.35;
has laughing=-0.06; has leisure=0.04; has likening=-0.13; has mended=0.26; has mine=0.13;
has money=-0.08; has negation=-0.15; has owning=0.6; has past=-0.03; has praising=0.48;
has reporting=-0.21; has school=0.03; has shown=0.09; has smallest=-0.12; has spot=-0.43;
has staffish=0.18; has still=-0.04; has they=0.06; has time=-0.38; has wanting=-0.01; has we=0.08;
has weather=-0.02; has work=-0.16; has you=-0.26; is advice=-0.04; is borrow=-0.04; is call=-0.03;
is cause=-0.06; is contrary=0.06; is deictic=-0.02; is discretion=-0.16; is done=1.27; is echo=-0.32;
is elsewhere=-0.01; is explained=0.39; is further=-0.09; is injury=-0.04; is joke=-0.18; is lost=-0.04;
is offer=-0.02; is punchline=0.25; is question=-0.28; is relieved=0.09; is rumour=-0.03;
is thanks=0.19; is trade=-0.04; is tried=-0.09; is wish=-0.05; is withdrawn=0.06; is witness=0.11;
is yes=-0.13; joined=-0.09; joined category=-0.03; joined complete=0.1; joined doors=-0.06;
joined petition=-0.28; joined strength=-0.02; joined trouble=0.32; mentionsUs=-0.03; merry=-0.17;
office=-0.03; othersOpen=-0.61; over30=0.03; over60=-0.03; ownHome=-0.02; ownOpen=-0.49;
petition=-1.02; private=-0.25; retort=-0.13; strength=-0.19; things=0.15; trouble=0.03; upTo16=-0.62;
upTo4=-0.17; upTo8=-0.44; voice=-0.04`),
  pulls: weightsOf(`
always=-1.42; appeal=-0.14; asks=-0.01; category=-0.48; complete=-0.11; digits=-0.06; doors=-0.1;
exclaims=-0.08; faults=-0.13; firstHand=-0.35; fluff=-0.27; has answering=-0.25; has arranging=-0.01;
has asking=-0.23; has bodily=-0.12; has feelings=-0.07; has food=-0.09; has forwarding=-0.07;
has goods=-0.04; has instructing=-0.01; has lasting=-0.05; has laughing=-0.08; has leisure=-0.01;
has mine=-0.01; has negation=-0.38; has owning=-0.11; has praising=-0.03; has reporting=-0.26;
has school=-0.01; has smallest=-0.18; has spot=-0.27; has staffish=-0.14; has still=-0.08;
has they=-0.14; has time=-0.17; has wanting=-0.18; has we=-0.12; has weather=-0.04; has work=-0.06;
has you=-0.23; is advice=-0.01; is call=-0.03; is discretion=-0.04; is further=-0.02; is injury=-0.02;
is joke=-0.01; is notice=-0.02; is opening=-0.04; is question=-0.29; is rumour=-0.01; is tried=-0.02;
is wish=-0.03; mentionsUs=-0.01; over30=-0.09; ownHome=-0.1; petition=0.69; pull far=-0.11;
pull next=-0.84; pull same category=-0.03; pull shared=-0.09; strength=1.09; things=-0.58;
trouble=-0.16; upTo16=-1.04; upTo4=-0.3; upTo8=-0.65`),
  alarms: weightsOf(`
alarm after beasts=0.02; alarm after cooked=-0.18; alarm after drilled=0.06; alarm after played=0.02;
alarm after shown=-0.28; alarm after sold=-0.2; alarm always=1.35; alarm armed=0.17; alarm asks=0.02;
alarm asksHow=0.07; alarm beasts=0.12; alarm bodily=-0.06; alarm by ear=-0.76; alarm cooked=0.15;
alarm cries=-0.34; alarm digits=0.41; alarm dosed=0.32; alarm doubled=0.19; alarm drilled=-0.17;
alarm ended=0.27; alarm exclaims=-0.02; alarm falling=-0.65; alarm felt=-0.36; alarm grave=0.57;
alarm head=1.14; alarm here=0.09; alarm is advice=0.11; alarm is borrow=0.08; alarm is cause=-0.26;
alarm is contrary=0.12; alarm is deictic=-0.46; alarm is done=-0.08; alarm is echo=-0.03;
alarm is elsewhere=-0.24; alarm is injury=0.15; alarm is joke=-0.21; alarm is lost=0.07;
alarm is notice=-0.02; alarm is punchline=-0.04; alarm is question=-0.2; alarm is relieved=-0.28;
alarm is rumour=-0.32; alarm is thanks=-0.06; alarm is trade=-0.01; alarm is tried=0.12;
alarm is withdrawn=0.01; alarm is witness=0.09; alarm lately=-0.8; alarm likened=-0.15; alarm now=0.35;
alarm of child=0.13; alarm of electric=0.03; alarm of fight=-0.04; alarm of fire=-0.51;
alarm of gas=0.36; alarm of lift=0.15; alarm of medical=0.15; alarm of suicide=1.22;
alarm of water=-0.13; alarm oldOnes=0.74; alarm once=-0.34; alarm over24=-0.3; alarm over48=0.04;
alarm petition=0.3; alarm played=-0.64; alarm seen=-0.01; alarm shown=-1.07; alarm smiling=-0.29;
alarm sold=-0.22; alarm spilt=-0.35; alarm starting=-0.58; alarm stuck=0.01; alarm supposed=-0.65;
alarm told=-0.11; alarm upTo12=1.15; alarm upTo6=0.51; alarm we=-0.15; alarm wet=0.02;
alarm worked=-0.54; alarm youngOnes=0.39`),
}
/** SHA-256 of what they were learnt from. */
export const linkSource = '9e30d254d5396ee03d30e845f8c1ac45acaf2b0325649747675a14deabd5a5f6'
