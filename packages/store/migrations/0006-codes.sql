-- Pages examined before QR codes were looked for have none on record.
update jianzhen.pages set report = '{"codes": []}'::jsonb || report;
