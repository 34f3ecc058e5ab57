-- Pages examined before seals and signatures were looked for have none on record.
update jianzhen.pages set report = '{"seals": [], "signatures": []}'::jsonb || report;
