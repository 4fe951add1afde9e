CREATE INDEX "petition_looked_for" ON "petition" USING btree ("tenant_id") WHERE (status in ('resolved', 'closed') and body -> 'check' is not null
    and body -> 'check' -> 'fixed' is null);