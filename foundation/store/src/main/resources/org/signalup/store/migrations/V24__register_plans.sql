-- A function keeps the plan it made when its tables were small. An import writes the record a hundred thousand times in one
-- statement: the last row of the chain must come from the index from the first time on, else each row reads all before it.
alter function audit_add(text, text, text, text, jsonb, jsonb) set enable_seqscan to off;
alter function follow_owner() set enable_seqscan to off;
