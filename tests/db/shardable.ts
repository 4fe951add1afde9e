/** Finds what would keep tables from being spread over servers by `tenant_id`; nothing found, all is well. */
export const guard = `
with t as (
  select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname = 'public'),
a as (select attrelid, attnum from pg_attribute where attname = 'tenant_id' and attnotnull)
select 'no tenant_id' as why, relname from t where oid not in (select attrelid from a)
union all
select 'no primary key', relname from t
where oid in (select attrelid from a)
  and not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')
union all
select 'unique without tenant_id', t.relname from pg_index i join t on t.oid = i.indrelid
  join a on a.attrelid = t.oid
where i.indisunique and not (a.attnum = any(i.indkey::int2[]))
union all
select 'tenant_id is not first', t.relname from pg_index i join t on t.oid = i.indrelid
  join a on a.attrelid = t.oid
where a.attnum = any(i.indkey::int2[]) and i.indkey[0] <> a.attnum
union all
select 'foreign key without tenant_id', t.relname from pg_constraint k join t on t.oid = k.conrelid
where k.contype = 'f' and not exists (
  select from unnest(k.conkey, k.confkey) u(l, r)
  join a la on la.attrelid = k.conrelid and la.attnum = l
  join a ra on ra.attrelid = k.confrelid and ra.attnum = r)
union all
select 'trigger', t.relname from pg_trigger g join t on t.oid = g.tgrelid where not g.tgisinternal
union all
select 'sequence', t.relname from t
where exists (select from pg_attribute c join pg_attrdef d on d.adrelid = c.attrelid and d.adnum = c.attnum
  where c.attrelid = t.oid and (c.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like 'nextval(%'))
union all
select 'enum', t.relname from t
where exists (select from pg_attribute c join pg_type y on y.oid = c.atttypid
  where c.attrelid = t.oid and y.typtype = 'e')`
