-- A key point of a frozen baseline stays with its place or line: given to another, the first would be without it.
create function baseline_stay() returns trigger language plpgsql as $$
begin
    if in_baseline(old.division_code, old.scenario, old.added_at) then
        raise exception 'frozen: %', old.point_id using errcode = 'SU003';
    end if;
    return new;
end $$;
create trigger baseline_stay before update on key_point for each row
    when ((old.place_id, old.line_id) is distinct from (new.place_id, new.line_id)) execute function baseline_stay();
