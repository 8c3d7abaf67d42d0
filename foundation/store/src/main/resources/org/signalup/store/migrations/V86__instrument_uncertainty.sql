-- What the certificate of an instrument says of its uncertainty: an En score sets a bias against it.

alter table instrument
    add column uncertainty_db double precision check (uncertainty_db > 0),
    add column coverage_factor double precision check (coverage_factor >= 1),
    add check (coverage_factor is null or uncertainty_db is not null);
