package org.signalup.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.Language;
import org.signalup.domain.Reach;
import org.signalup.domain.RefusedException;
import org.signalup.store.Scope;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;
import org.springframework.dao.DataAccessException;

/** Who looks after whom, on a real database; passwords are only reversed here, so that the tests are quick. */
class PeopleTest {
    private static final PasswordHash REVERSED = new PasswordHash() {
        @Override
        public String hash(String password) {
            return new StringBuilder(password).reverse().toString();
        }

        @Override
        public boolean matches(String password, String hash) {
            return hash(password).equals(hash);
        }
    };
    private static final PeoplePolicy POLICY = PeoplePolicy.of(name -> Optional.empty());
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path folder;

    private static Store store;
    private static Actors actors;
    private static Organisations organisations;
    private static Accounts accounts;
    private static OwnAccount own;
    private static SignIn signIn;

    @BeforeAll
    static void start() {
        store = Store.open(StoreSettings.embedded(folder));
        actors = new Actors(store);
        organisations = new Organisations(store);
        accounts = new Accounts(store, POLICY);
        own = new OwnAccount(store, POLICY, REVERSED);
        signIn = new SignIn(store, POLICY, REVERSED);
        FirstAccount first = new FirstAccount(store, POLICY, REVERSED);
        first.make(
                first.open().orElseThrow(), new FirstAccount.Form("ROOT", "管局", "root", "管理员", PASSWORD), Language.ZH);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    private static Actor root() {
        return actors.find("root").orElseThrow();
    }

    private static Reach reach(Set<String> divisions, Set<String> operators) {
        return new Reach(
                Optional.ofNullable(divisions), Optional.empty(), Optional.ofNullable(operators), Optional.empty());
    }

    private static Organisation organisation(Actor maker, String code, OrganisationKind kind, Reach reach) {
        return organisations.make(
                maker,
                new OrganisationForm(
                        code,
                        code,
                        kind.name(),
                        Optional.of(maker.organisation().id()),
                        reach));
    }

    private static AccountForm form(String login, long organisation, Role role) {
        return new AccountForm(login, login, login + "@example.org", Language.EN, organisation, role.name(), "");
    }

    /** Somebody with a password, made as a manager would. */
    private static Actor person(Actor maker, String login, long organisation, Role role) {
        Account account = accounts.make(maker, form(login, organisation, role));
        own.join(accounts.invite(maker, account.id()), PASSWORD);
        return actors.find(login).orElseThrow();
    }

    private static String code(Throwable refused) {
        return ((RefusedException) refused).problems().get(0).code();
    }

    @Test
    void aManagerMakesAccountsAndOrganisationsBelowTheirOwnOnly() {
        Organisation mobile =
                organisation(root(), "m-37", OrganisationKind.OPERATOR, reach(Set.of("37"), Set.of("CMCC")));
        Actor manager = person(root(), "m-manager", mobile.id(), Role.MANAGER);
        Organisation city =
                organisation(manager, "m-3702", OrganisationKind.OPERATOR, reach(Set.of("3702"), Set.of("CMCC")));
        manager = actors.find("m-manager").orElseThrow();
        Actor member = person(manager, "m-member", city.id(), Role.MEMBER);
        assertThat(member.reach()).isEqualTo(reach(Set.of("3702"), Set.of("CMCC")));
        assertThat(organisations.below(manager))
                .extracting(listed -> listed.organisation().code() + listed.depth())
                .containsExactly("m-370", "m-37021");
        assertThat(accounts.list(manager, AccountChoice.ALL, 0, 10))
                .extracting(Account::login)
                .containsExactly("m-manager", "m-member");
        assertThat(accounts.find(manager, root().account())).isEmpty();

        Actor asked = manager;
        long above = root().organisation().id();
        assertThatThrownBy(() -> accounts.make(asked, form("x1", above, Role.READER)))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("ORGANISATION_OUT_OF_REACH"));
        assertThatThrownBy(() -> organisation(asked, "x2", OrganisationKind.OPERATOR, reach(Set.of("37"), null)))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("REACH_BEYOND_OWN"));
        assertThatThrownBy(() -> organisation(
                        asked, "x3", OrganisationKind.ADMINISTRATION, reach(Set.of("3702"), Set.of("CMCC"))))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("KIND_OUT_OF_REACH"));
        assertThatThrownBy(() -> accounts.make(member, form("x4", city.id(), Role.READER)))
                .isInstanceOf(DataAccessException.class);
    }

    /** What the database refuses whatever a program forgets to ask. */
    @Test
    void theDatabaseItselfRefusesToHandOnMore() {
        Organisation telecom =
                organisation(root(), "t-37", OrganisationKind.OPERATOR, reach(Set.of("37"), Set.of("CTCC")));
        Actor manager = person(root(), "t-manager", telecom.id(), Role.MANAGER);
        Actor colleague = person(root(), "t-reader", telecom.id(), Role.READER);
        String insert = "insert into organisation (code, name, kind, parent_id, divisions, scenarios, operators)"
                + " values ('x', 'x', %s, %s, %s, null, %s)";
        for (String wrong : List.of(
                insert.formatted("'OPERATOR'", "null", "'{3702}'", "'{CTCC}'"),
                insert.formatted("'OPERATOR'", root().organisation().id(), "'{3702}'", "'{CTCC}'"),
                insert.formatted("'OPERATOR'", telecom.id(), "'{3}'", "'{CTCC}'"),
                insert.formatted("'OPERATOR'", telecom.id(), "null", "'{CTCC}'"),
                insert.formatted("'OPERATOR'", telecom.id(), "'{3702}'", "'{CTCC,CMCC}'"),
                insert.formatted("'ADMINISTRATION'", telecom.id(), "'{3702}'", "'{CTCC}'"),
                "insert into account (login, name, organisation_id, role) values ('x', 'x', "
                        + root().organisation().id() + ", 'READER')",
                "update account set role = 'MANAGER', active = false where login = 't-manager'",
                "update account set password_hash = 'x' where login = 't-reader'")) {
            assertThatThrownBy(() -> store.run(
                            manager.scope(), client -> client.sql(wrong).update()))
                    .as(wrong)
                    .isInstanceOf(DataAccessException.class);
        }
        for (String nothing : List.of(
                "update organisation set divisions = null where code = 't-37'",
                "update organisation set name = 'x' where code = 'ROOT'",
                "update account set name = 'x' where login = 'root'",
                "delete from account",
                "delete from organisation")) {
            assertThat(store.<Integer>change(
                            manager.scope(), client -> client.sql(nothing).update()))
                    .as(nothing)
                    .isZero();
        }
        String promote = "update account set role = 'MANAGER' where login = 't-reader'";
        assertThatThrownBy(() -> store.run(
                        colleague.scope(), client -> client.sql(promote).update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatIsAboveLimitsWhatIsBelowWheneverItIsNarrowed() {
        Organisation branch = organisation(root(), "b-37", OrganisationKind.ADMINISTRATION, reach(Set.of("37"), null));
        Actor manager = person(root(), "b-manager", branch.id(), Role.MANAGER);
        Organisation city =
                organisation(manager, "b-3701", OrganisationKind.ADMINISTRATION, reach(Set.of("3701", "3702"), null));
        person(actors.find("b-manager").orElseThrow(), "b-city", city.id(), Role.MEMBER);
        organisations.change(
                root(),
                branch.id(),
                branch.version(),
                new OrganisationForm(
                        "b-37",
                        "b-37",
                        "ADMINISTRATION",
                        Optional.of(root().organisation().id()),
                        reach(Set.of("3702", "3703"), null)));
        assertThat(actors.find("b-city").orElseThrow().reach()).isEqualTo(reach(Set.of("3702"), null));
        assertThatThrownBy(() -> organisations.change(
                        root(),
                        branch.id(),
                        branch.version() + 1,
                        new OrganisationForm(
                                "b-37", "b-37", "ADMINISTRATION", Optional.of(city.id()), Reach.EVERYTHING)))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("ORGANISATION_CIRCLE"));
    }

    @Test
    void whoEditsWhatSomebodyElseChangedMeanwhileIsTold() {
        Organisation tower = organisation(root(), "tower", OrganisationKind.TOWER, Reach.EVERYTHING);
        Account account = accounts.make(root(), form("tower-1", tower.id(), Role.MEMBER));
        accounts.change(root(), account.id(), account.version(), form("tower-2", tower.id(), Role.MEMBER));
        assertThatThrownBy(() -> accounts.change(
                        root(), account.id(), account.version(), form("tower-3", tower.id(), Role.MEMBER)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> accounts.make(root(), form("TOWER-2", tower.id(), Role.MEMBER)))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("LOGIN_TAKEN"));
    }

    @Test
    void whatConcernsTheWholePlatformIsOnlyForThoseWhoSeeAllOfIt() {
        assertThat(root().may(Capability.PLATFORM_MANAGE)).isTrue();
        Organisation county =
                organisation(root(), "county", OrganisationKind.ADMINISTRATION, reach(Set.of("370202"), null));
        Actor manager = person(root(), "county-1", county.id(), Role.MANAGER);
        assertThat(manager.may(Capability.PLATFORM_MANAGE)).isFalse();
        assertThat(manager.may(Capability.LEDGER_FREEZE)).isTrue();
    }

    @Test
    void anOwnerSeesThePlacesItAnswersFor() {
        Reach places = new Reach(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Set.of("p1", "p2")));
        Organisation owner = organisation(root(), "owner", OrganisationKind.OWNER, places);
        Actor person = person(root(), "owner-1", owner.id(), Role.MANAGER);
        assertThat(person.reach().places()).contains(Set.of("p1", "p2"));
        assertThatThrownBy(() -> organisation(
                        person,
                        "owner-2",
                        OrganisationKind.OWNER,
                        new Reach(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Set.of("p3")))))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("REACH_BEYOND_OWN"));
    }

    @Test
    void aCodeIsGoodOnceAndForOnePersonAndAPasswordRefusedLeavesItGood() {
        Organisation auditor = organisation(root(), "auditor", OrganisationKind.AUDITOR, Reach.EVERYTHING);
        Account account = accounts.make(root(), form("auditor-1", auditor.id(), Role.READER));
        String early = accounts.invite(root(), account.id());
        String code = accounts.invite(root(), account.id());
        assertThatThrownBy(() -> own.join(early, PASSWORD))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("CODE_NOT_GOOD"));
        assertThatThrownBy(() -> own.join(code, "short"))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("PASSWORD_SHORT"));
        assertThat(own.join(code.toLowerCase(Locale.ROOT), PASSWORD)).isEqualTo("auditor-1");
        assertThatThrownBy(() -> own.join(code, PASSWORD))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("CODE_NOT_GOOD"));
        assertThat(signIn.with("Auditor-1", PASSWORD).who()).isPresent();
    }

    @Test
    void aLoginThatFailsTooOftenWaitsLongerEachTimeWhetherOrNotItExists() {
        Organisation sector = organisation(root(), "sector", OrganisationKind.DEPARTMENT, Reach.EVERYTHING);
        person(root(), "sector-1", sector.id(), Role.MEMBER);
        for (String login : List.of("sector-1", "nobody-has-it")) {
            for (int failure = 1; failure < POLICY.lockAfter(); failure++) {
                assertThat(signIn.with(login, "wrong").pause()).isEqualTo(Duration.ZERO);
            }
            assertThat(signIn.with(login, "wrong").pause()).isEqualTo(POLICY.firstLock());
            SignIn.Outcome right = signIn.with(login, PASSWORD);
            assertThat(right.who()).isEmpty();
            assertThat(right.pause()).isPositive().isLessThanOrEqualTo(POLICY.firstLock());
            store.run(
                    Scope.PLATFORM,
                    client -> client.sql("update sign_in_failure set locked_until = now() where login = :login")
                            .param("login", login)
                            .update());
            assertThat(signIn.with(login, "wrong").pause())
                    .isEqualTo(POLICY.firstLock().multipliedBy(2));
        }
        assertThat(new AuditLog(store, ZoneId.of("Asia/Shanghai"))
                        .list(
                                root(),
                                new AuditLog.Choice("sector-1", "account", "", Optional.empty(), Optional.empty()),
                                Long.MAX_VALUE,
                                1))
                .extracting(AuditLog.Entry::action, AuditLog.Entry::after)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("EVENT", "{\"event\": \"LOCKED\"}"));
        accounts.unlock(root(), actors.find("sector-1").orElseThrow().account());
        assertThat(signIn.with("sector-1", PASSWORD).who()).isPresent();
    }

    @Test
    void whatPeopleDidWithAccountsIsOnRecordForThoseAboveThemOnly() {
        Organisation north = organisation(root(), "rec-a", OrganisationKind.ADMINISTRATION, reach(Set.of("31"), null));
        Organisation south = organisation(root(), "rec-b", OrganisationKind.ADMINISTRATION, reach(Set.of("32"), null));
        Actor one = person(root(), "rec-a-1", north.id(), Role.MANAGER);
        Actor other = person(root(), "rec-b-1", south.id(), Role.MANAGER);
        person(one, "rec-a-2", one.organisation().id(), Role.MEMBER);
        assertThat(recorded(root())).contains("rec-a-1", "rec-a-2", "rec-b-1");
        assertThat(recorded(one)).contains("rec-a-2").doesNotContain("rec-b-1");
        assertThat(recorded(other)).doesNotContain("rec-a-1", "rec-a-2");
    }

    /** The record as somebody sees it. */
    private String recorded(Actor who) {
        return new AuditLog(store, ZoneId.of("Asia/Shanghai"))
                        .list(
                                who,
                                new AuditLog.Choice("", "account", "", Optional.empty(), Optional.empty()),
                                Long.MAX_VALUE,
                                1_000)
                        .stream()
                        .map(AuditLog.Entry::after)
                        .collect(Collectors.joining());
    }

    @Test
    void aNewPasswordEndsOtherSessionsAndAClosedAccountAll() {
        Organisation net = organisation(root(), "net", OrganisationKind.INTERNET, Reach.EVERYTHING);
        Actor person = person(root(), "net-1", net.id(), Role.MEMBER);
        SignedIn here = signIn.with("net-1", PASSWORD).who().orElseThrow();
        assertThat(actors.find(here)).isPresent();
        assertThatThrownBy(() -> own.changePassword(person, "not it", "another good sentence"))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("PASSWORD_WRONG"));
        SignedIn now = own.changePassword(person, PASSWORD, "another good sentence");
        assertThat(actors.find(here)).isEmpty();
        assertThat(actors.find(now)).isPresent();
        Account account = accounts.find(root(), person.account()).orElseThrow();
        accounts.setActive(root(), account.id(), account.version(), false, "离职");
        assertThat(actors.find(now)).isEmpty();
        assertThat(signIn.with("net-1", "another good sentence").who()).isEmpty();
    }

    @Test
    void aTokenMayDoSomeOfWhatItsOwnerMayUntilItIsRevoked() {
        Organisation assessor = organisation(root(), "assessor", OrganisationKind.ASSESSOR, reach(Set.of("37"), null));
        Actor owner = person(root(), "assessor-1", assessor.id(), Role.MEMBER);
        Tokens tokens = new Tokens(store, POLICY);
        Tokens.Made made = tokens.make(owner, "nightly", List.of("RESULT_READ"), 30);
        Actor program = actors.find(tokens.find(made.secret()).orElseThrow()).orElseThrow();
        assertThat(program.may()).containsExactly(Capability.RESULT_READ);
        assertThat(program.reach()).isEqualTo(owner.reach());
        assertThat(tokens.list(owner).get(0).lastUsedAt()).isPresent();
        for (List<String> beyond :
                List.of(List.of("PEOPLE_MANAGE"), List.of("RESULT_READ", "NOTHING"), List.<String>of())) {
            assertThatThrownBy(() -> tokens.make(owner, "more", beyond, 30))
                    .satisfies(refused -> assertThat(code(refused)).isEqualTo("TOKEN_BEYOND_OWN"));
        }
        assertThatThrownBy(() -> tokens.make(owner, "for ever", List.of("RESULT_READ"), 366))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("TOKEN_TOO_LONG"));
        String stretch = "update api_token set expires_at = now() + interval '9 years'";
        assertThatThrownBy(() ->
                        store.run(owner.scope(), client -> client.sql(stretch).update()))
                .isInstanceOf(DataAccessException.class);
        assertThat(tokens.find(made.secret() + "x")).isEmpty();
        assertThat(tokens.revoke(owner, made.token().id())).isTrue();
        assertThat(tokens.find(made.secret())).isEmpty();
    }

    @Test
    void passwordsAreLongAndNotCommon() {
        PasswordRules rules = new PasswordRules(POLICY);
        assertThat(rules.check("elf zeichen", "u-7").orElseThrow().code()).isEqualTo("PASSWORD_SHORT");
        assertThat(rules.check("1qaz2wsx3edc", "u-7").orElseThrow().code()).isEqualTo("PASSWORD_COMMON");
        assertThat(rules.check("abababababab", "u-7").orElseThrow().code()).isEqualTo("PASSWORD_COMMON");
        assertThat(rules.check("zhangsan is here", "ZhangSan").orElseThrow().code())
                .isEqualTo("PASSWORD_LOGIN");
        assertThat(rules.check("密".repeat(25), "u-7").orElseThrow().code()).isEqualTo("PASSWORD_LONG");
        assertThat(rules.check("春眠不觉晓处处闻啼鸟夜来", "zhangsan")).isEmpty();
    }
}
