-- What the lender has on record of the customer, which papers of the case are held against.
alter table jianzhen.cases add column customer jsonb;
