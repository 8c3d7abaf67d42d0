package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.signalup.domain.Language;
import org.signalup.people.Grants;
import org.signalup.people.OrganisationKind;
import org.signalup.people.Role;
import org.signalup.web.Visitor.Reply;
import org.signalup.web.internal.access.Access;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What each kind of organisation and role may reach: written down from the code, and tried out by real requests. */
class AccessTableTest {
    private static final Path TABLE = Served.root().resolve("docs/reference/access.md");
    private static final String DENIED = "没有这项权限";

    /** One way in. */
    record Way(RequestMethod method, String path, Set<String> parameters, Access access) {
        boolean program() {
            return path.startsWith("/api/") || path.startsWith("/v2/");
        }

        boolean isFor(OrganisationKind kind, Role role) {
            return switch (access.kind()) {
                case ANYBODY, SIGNED_IN -> true;
                case GRANTED -> Grants.of(kind, role).containsAll(access.needs());
                case NOBODY -> false;
            };
        }

        /** With names nothing has, so that whoever is let in finds nothing. */
        String address() {
            String query = parameters.stream().map(name -> name + "=0").collect(Collectors.joining("&", "?", ""));
            return path.replaceAll("\\{[^:}]*:([^|}]*)[^}]*}", "$1") // the first of the words it may be
                            .replaceAll("\\{(id|[a-z_A-Z]*[Ii]d|z|x|y|seq|version)}", "0")
                            .replaceAll("\\{[^}]*}", "nothing")
                    + (parameters.isEmpty() ? "" : query);
        }
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        Town.server()
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> ways.addAll(ways(mapping, handler)));
        ways.sort(Comparator.comparing(Way::path)
                .thenComparing(Way::method)
                .thenComparing(way -> way.parameters().toString()));
        return ways.stream().filter(way -> !way.path().equals("/error")).toList();
    }

    private static List<Way> ways(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Set<String> parameters = mapping.getParamsCondition().getExpressions().stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Way(method, path, parameters, Access.of(handler))))
                .toList();
    }

    @Test
    void theTableOfAccessIsWhatTheCodeSays() throws IOException {
        String written = Files.exists(TABLE) ? Files.readString(TABLE) : "";
        String now = table(ways());
        Files.writeString(TABLE, now);
        assertThat(written)
                .as("docs/reference/access.md was out of date and has been rewritten")
                .isEqualTo(now);
    }

    @Test
    void whoeverReadsAListMayTakeItAsAFile() {
        Map<String, Access> pages = ways().stream()
                .filter(way -> way.method() == RequestMethod.GET)
                .collect(Collectors.toMap(Way::path, Way::access, (one, other) -> one));
        String file = "/list.{extension}";
        for (Way way : ways()) {
            String list = way.path().replace(file, "");
            if (way.path().endsWith(file) && pages.containsKey(list)) {
                assertThat(way.access().needs())
                        .as(way.path())
                        .isEqualTo(pages.get(list).needs());
            }
        }
    }

    private static String table(List<Way> ways) {
        StringBuilder text = new StringBuilder("""
                # 谁能做什么 · Who may do what

                由代码生成（AccessTableTest），每一格都用真实请求试过。管 = 管理员，成 = 成员，只 = 只读；空 = 谁也不能。看得到哪些行由数据库按单位的范围决定。
                PLATFORM_MANAGE（清理、抹去终端）涉及整个平台，只给范围不受限的单位。
                Made from the code; every cell is tried by real requests. 管 manager, 成 member, 只 reader. Which rows somebody sees is decided in the database, by the reach
                of their organisation. PLATFORM_MANAGE (purges, erasures) concerns the whole platform: only organisations whose reach is not limited have it.

                """);
        text.append("| | 需要 · needs |");
        for (OrganisationKind kind : OrganisationKind.values()) {
            text.append(' ').append(kind.text().zh()).append(" |");
        }
        text.append("\n|---|---|")
                .append("---|".repeat(OrganisationKind.values().length))
                .append('\n');
        ways.forEach(way -> text.append(row(way)));
        return text.toString();
    }

    private static String row(Way way) {
        StringBuilder row = new StringBuilder("| `")
                .append(way.method())
                .append(' ')
                .append(way.path())
                .append(way.parameters().isEmpty() ? "" : "?" + String.join("&", way.parameters()))
                .append("` | ")
                .append(needs(way.access()))
                .append(" |");
        for (OrganisationKind kind : OrganisationKind.values()) {
            row.append(' ')
                    .append(List.of(Role.values()).stream()
                            .filter(role -> way.isFor(kind, role))
                            .map(role -> role.text().in(Language.ZH).substring(0, 1))
                            .collect(Collectors.joining(" ")))
                    .append(" |");
        }
        return row.append('\n').toString().replaceAll(" +\\|", " |");
    }

    private static String needs(Access access) {
        return switch (access.kind()) {
            case ANYBODY -> "任何人 · anybody: " + access.why();
            case SIGNED_IN -> "登录即可 · signed in: " + access.why();
            case GRANTED -> access.needs().stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
            case NOBODY -> "";
        };
    }

    @Test
    void whoIsNotSignedInReachesNothingButWhatIsForAnybody() {
        Visitor stranger = Town.visitor();
        for (Way way : ways()) {
            if (way.access().kind() == Access.Kind.ANYBODY) {
                continue;
            }
            Reply reply = stranger.send(stranger.request(way.address())
                    .method(way.method().name(), HttpRequest.BodyPublishers.noBody())
                    .build());
            if (way.program()) {
                assertThat(reply.status()).as(way.toString()).isEqualTo(401);
            } else if (way.method() == RequestMethod.GET) {
                assertThat(reply.location()).as(way.toString()).startsWith("/sign-in");
            } else {
                assertThat(reply.status()).as(way.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void everyKindAndRoleReachesWhatTheTableSaysAndNothingElse() {
        List<Way> ways = ways();
        List<String> wrong = new ArrayList<>();
        for (OrganisationKind kind : OrganisationKind.values()) {
            long organisation = Town.organisation("ACCESS-" + kind, kind.name(), null, null);
            for (Role role : Role.values()) {
                String login = ("access-" + kind + "-" + role).toLowerCase(Locale.ROOT);
                long account = Town.account(login, organisation, role.name());
                Visitor person = Town.signedIn(login);
                String secret =
                        person.get("/own").page().select("input[name=_csrf]").attr("value");
                String token = Town.token(account);
                for (Way way : ways) {
                    // Whoever is let in may change something: then it is enough that the others are not.
                    boolean allowed = way.isFor(kind, role);
                    if (allowed && way.method() != RequestMethod.GET) {
                        continue;
                    }
                    if (allowed == denied(ask(person, way, secret, token))) {
                        wrong.add(kind + " " + role + " " + way + (allowed ? " was refused" : " was let in"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean denied(Reply reply) {
        return reply.status() == 401
                || reply.location().startsWith("/sign-in")
                || (reply.status() == 403 && reply.body().contains(DENIED));
    }

    private static Reply ask(Visitor person, Way way, String secret, String token) {
        if (way.program()) {
            return person.send(person.request(way.address())
                    .header("Authorization", "Bearer " + token)
                    .method(way.method().name(), HttpRequest.BodyPublishers.noBody())
                    .build());
        }
        return way.method() == RequestMethod.GET
                ? person.get(way.address())
                : person.post(
                        way.address(),
                        Map.of("_csrf", secret).entrySet().iterator().next() + "");
    }
}
