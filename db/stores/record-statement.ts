/** The stored one of each entry of a batch, locked where its version is the one before; `version` is what the batch calls it. */
const locked = (table: 'petition' | 'voice' | 'errand', version: string) => `
  select e.${table} as id, stored.at from entry e, lateral (
    select ctid as at from ${table}
    where tenant_id = $1 and id between e.${table} and e.${table} and version = e.${version} - 1
    order by id limit 1 for update) stored
  where e.${version} > 1`

/**
 * Writes a batch of entries, each whole or not at all, and answers the numbers of those that were written.
 *
 * First the stored petition, voice or errand of every entry is locked where its version is the one before (`guard`, `heard`, `ran`), then the causes of
 * those that passed are claimed (`claimed`), what is led by another (`lead`) passes and is claimed with it, then everything else of those that were claimed is written. So an entry
 * that is stale, or whose cause was dealt with, leaves no trace and holds nobody up.
 *
 * Rows to change are first looked up by their key, one by one (`lateral`, which the limit or offset keeps apart), and
 * then changed where they were found: left to itself, the planner of a young database, which knows nothing of its
 * tables yet, reads all timers of the street for every batch. The end of a key is asked for as a range in its order:
 * for an equal one, any index that begins with the tenant seems as good while a table is small.
 *
 * Of one batch no two entries may share a petition, a voice, an errand, a cause or a question: a statement sees a row only once.
 * $1 is the tenant, $2 to $12 are the lists of `rowsOf`, sorted so that writers do not wait for each other in a circle.
 */
export const recordStatement = `
with entry as materialized (
  select * from jsonb_to_recordset($2::text::jsonb) as r(
    n int, lead int, now float8, cause text, place text, key text, outcome text, petition text, version int,
    voice text, voiced int, errand text, errand_version int)),
guard as materialized (${locked('petition', 'version')}),
heard as materialized (${locked('voice', 'voiced')}),
ran as materialized (${locked('errand', 'errand_version')}),
fit as materialized (
  select * from entry where (version is null or version = 1 or petition in (select id from guard))
    and (voiced is null or voiced = 1 or voice in (select id from heard))
    and (errand_version is null or errand_version = 1 or errand in (select id from ran))),
passed as materialized (
  select * from fit where coalesce(lead, n) not in (
    select coalesce(lead, n) from entry where n not in (select n from fit))),
message as (
  update inbox i set state = 'read', outcome = e.outcome, petition_id = e.petition
  from passed e, lateral (
    select ctid as at, state from inbox
    where tenant_id = $1 and channel = e.place and message_id between e.key and e.key
    order by message_id limit 1) found
  where e.cause = 'message' and found.state = 'waiting' and i.tenant_id = $1 and i.ctid = found.at
  returning e.n),
fired as (
  update timer t set fired_at = to_timestamp(e.now / 1000)
  from passed e, lateral (
    select ctid as at, fired_at from timer
    where tenant_id = $1 and petition_id = e.place and key between e.key and e.key
    order by key limit 1) found
  where e.cause = 'timer' and found.fired_at is null and t.tenant_id = $1 and t.ctid = found.at
  returning e.n),
pressed as (
  insert into done_once (tenant_id, key, done_at)
  select $1, key, to_timestamp(now / 1000) from passed where cause = 'press' order by key
  on conflict do nothing returning key),
claimed as materialized (
  select e.* from entry e where coalesce(lead, n) in (
    select n from message union all select n from fired
    union all select p.n from passed p join pressed on p.cause = 'press' and p.key = pressed.key)),
petitions as materialized (
  select p.* from jsonb_to_recordset($3::text::jsonb) as p(
    n int, id text, number int, version int, status text, grid text, to_code text, reporter text,
    registered float8, resolve_due float8, body jsonb) join claimed using (n)),
registered as (
  insert into petition (tenant_id, id, number, version, status, grid, to_code, reporter, registered_at, resolve_due_at, body)
  select $1, p.id, p.number, p.version, p.status, p.grid, p.to_code, p.reporter,
    to_timestamp(p.registered / 1000), to_timestamp(p.resolve_due / 1000), p.body
  from petitions p where p.version = 1),
changed as (
  update petition t set version = p.version, status = p.status, grid = p.grid, to_code = p.to_code,
    reporter = p.reporter, resolve_due_at = to_timestamp(p.resolve_due / 1000), body = p.body, written_at = now()
  from petitions p join guard g on g.id = p.id
  where p.version > 1 and t.tenant_id = $1 and t.ctid = g.at),
events as (
  insert into petition_event (tenant_id, petition_id, version, seq, body)
  select $1, p.id, p.version, r.seq, case when r.whole then jsonb_set(r.body, '{petition}', p.body) else r.body end
  from jsonb_to_recordset($4::text::jsonb) as r(n int, seq int, whole boolean, body jsonb) join petitions p using (n)),
people as (
  insert into petition_person (tenant_id, person_id, petition_id)
  select $1, r.person, c.petition
  from jsonb_to_recordset($5::text::jsonb) as r(n int, person text) join claimed c using (n)
  on conflict do nothing),
messages as (
  insert into petition_message (tenant_id, message_id, petition_id)
  select $1, r.message, c.petition
  from jsonb_to_recordset($6::text::jsonb) as r(n int, message text) join claimed c using (n)
  on conflict do nothing),
timers as materialized (
  select r.n, c.petition, r.key, to_timestamp(r.due / 1000) as due, r.command, c.version = 1 as first,
    c.cause = 'timer' and c.place = c.petition and c.key = r.key as fires
  from jsonb_to_recordset($7::text::jsonb) as r(n int, key text, due float8, command jsonb)
  join claimed c using (n)),
dropped as (
  delete from timer t using claimed c, lateral (
    select ctid as at, petition_id, key, fired_at from timer
    where tenant_id = $1 and petition_id = c.petition offset 0) found
  where c.version > 1 and found.fired_at is null and t.tenant_id = $1 and t.ctid = found.at
    and not (c.cause = 'timer' and c.place = found.petition_id and c.key = found.key)
    and not exists (select from timers s where s.n = c.n and s.key = found.key)),
armed as (
  insert into timer (tenant_id, petition_id, key, due_at, command)
  select $1, petition, key, due, command from timers where first),
rearmed as (
  insert into timer as t (tenant_id, petition_id, key, due_at, command)
  select $1, petition, key, due, command from timers where not first and not fires
  on conflict (tenant_id, petition_id, key) do update set due_at = excluded.due_at, command = excluded.command
  where t.fired_at is null and (t.due_at, t.command) is distinct from (excluded.due_at, excluded.command)),
letters as (
  insert into outbox (tenant_id, id, reader, petition_id, send_at, due_at, body)
  select $1, r.id, r.reader, r.petition, to_timestamp(r.send / 1000), to_timestamp(r.send / 1000), r.body
  from jsonb_to_recordset($8::text::jsonb) as r(n int, id text, reader text, petition text, send float8, body jsonb)
  join claimed using (n)),
questions as materialized (
  select r.* from jsonb_to_recordset($9::text::jsonb) as r(n int, conversation text, person text, body jsonb)
  join claimed using (n)),
asked as (
  insert into question (tenant_id, conversation, person_id, body)
  select $1, conversation, person, body from questions where jsonb_typeof(body) = 'object'
  on conflict (tenant_id, conversation, person_id) do update set body = excluded.body),
settled as (
  delete from question q using questions r, lateral (
    select ctid as at from question
    where tenant_id = $1 and conversation = r.conversation and person_id = r.person limit 1) found
  where jsonb_typeof(r.body) is distinct from 'object' and q.tenant_id = $1 and q.ctid = found.at),
corrected as (
  insert into correction (tenant_id, id, petition_id, field, was, becomes, words, person_id, corrected_at)
  select $1, r.id, r.petition, r.field, r.old, r.new, r.text, r.by, to_timestamp(r.corrected / 1000)
  from jsonb_to_recordset($10::text::jsonb) as r(
    n int, id text, petition text, field text, old text, new text, text text, by text, corrected float8)
  join claimed using (n)),
voices as materialized (
  select r.* from jsonb_to_recordset($11::text::jsonb) as r(
    n int, id text, number int, version int, state text, due float8, body jsonb) join claimed using (n)),
voiced as (
  insert into voice (tenant_id, id, number, version, state, due_at, body)
  select $1, id, number, version, state, to_timestamp(due / 1000), body from voices where version = 1),
changed_voices as (
  update voice t set version = v.version, state = v.state, due_at = to_timestamp(v.due / 1000), body = v.body
  from voices v join heard h on h.id = v.id
  where v.version > 1 and t.tenant_id = $1 and t.ctid = h.at),
errands as materialized (
  select r.* from jsonb_to_recordset($12::text::jsonb) as r(
    n int, id text, number int, version int, asker text, head text, desk text, due float8, asked float8, body jsonb)
  join claimed using (n)),
begun as (
  insert into errand (tenant_id, id, number, version, asker, head, desk, due_at, asked_at, body)
  select $1, id, number, version, asker, head, desk, to_timestamp(due / 1000), to_timestamp(asked / 1000), body
  from errands where version = 1),
gone_on as (
  update errand t set version = e.version, asker = e.asker, head = e.head, desk = e.desk,
    due_at = to_timestamp(e.due / 1000), body = e.body
  from errands e join ran r on r.id = e.id
  where e.version > 1 and t.tenant_id = $1 and t.ctid = r.at)
select n from claimed`

/** Of causes ($2, as in `rowsOf`), the numbers of those that nobody has dealt with. */
export const openCausesStatement = `
select n from jsonb_to_recordset($2::text::jsonb) as e(n int, cause text, place text, key text)
where case cause
  when 'message' then exists (select from inbox
    where tenant_id = $1 and channel = place and message_id = key and state = 'waiting')
  when 'timer' then exists (select from timer
    where tenant_id = $1 and petition_id = place and key = e.key and fired_at is null)
  else not exists (select from done_once where tenant_id = $1 and key = e.key) end`
