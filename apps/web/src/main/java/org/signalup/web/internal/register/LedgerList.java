package org.signalup.web.internal.register;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.register.Entry;
import org.signalup.register.EntryQuery;
import org.signalup.register.Page;
import org.signalup.register.Register;
import org.signalup.register.Register.PlacePoints;
import org.signalup.register.Subject;
import org.signalup.store.Scope;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.web.util.UriUtils;

/**
 * A page of a list, as its template shows it.
 *
 * @param count how many match, one more than counted when there are more
 */
public record LedgerList(EntryQuery query, Page<Entry> page, int count, Map<String, PlacePoints> points) {
    private static final int LONGEST = 100;
    private static final int MOST_ENTRIES = 1_000;

    static LedgerList of(Register register, Scope scope, EntryQuery query) {
        Page<Entry> page = register.list(scope, query);
        List<String> ids = query.subject() == Subject.PLACE
                ? page.items().stream().map(Entry::id).toList()
                : List.of();
        return new LedgerList(query, page, register.count(scope, query), register.points(scope, ids));
    }

    public boolean more() {
        return count > Register.countedAtMost();
    }

    public int counted() {
        return Math.min(count, Register.countedAtMost());
    }

    /** Key points of a place of the page. */
    public PlacePoints pointsOf(String place) {
        return points.getOrDefault(place, new PlacePoints(0, 0));
    }

    /** The filter of an address. */
    static EntryQuery query(Subject subject, HttpServletRequest request) {
        return new EntryQuery(
                subject,
                text(request, "scenario"),
                text(request, "division"),
                text(request, "department"),
                number(request, "year", 0, 9999),
                yesNo(request, "claim"),
                yesNo(request, "missing"),
                text(request, "code"),
                text(request, "owner"),
                text(request, "q"),
                text(request, "after"),
                Math.max(1, number(request, "limit", EntryQuery.USUAL_LIMIT, MOST_ENTRIES)));
    }

    /** Places, points or lines, as addresses name them. */
    public static Subject subject(String word) {
        return switch (word) {
            case "places" -> Subject.PLACE;
            case "keypoints" -> Subject.KEY_POINT;
            case "lines" -> Subject.LINE;
            case "instruments" -> Subject.INSTRUMENT;
            default -> throw PageFailure.notFound(Text.of("没有这个页面", "There is no such page"));
        };
    }

    /** The word of an address for a subject. */
    public static String word(Subject subject) {
        return switch (subject) {
            case PLACE -> "places";
            case KEY_POINT -> "keypoints";
            case LINE -> "lines";
            case INSTRUMENT -> "instruments";
        };
    }

    /** The page of an entry. */
    public static String address(Subject subject, String id) {
        return "/ledger/" + word(subject) + "/entry?id=" + UriUtils.encode(id, StandardCharsets.UTF_8);
    }

    /**
     * The address of a list that somebody wants to keep.
     *
     * @throws PageFailure 400 if it is another page
     */
    static String savable(String address) {
        if (address == null || !address.matches("/ledger/(places|keypoints|lines)(\\?.*)?")) {
            throw PageFailure.badRequest(Text.of("只能保存台账列表", "only lists of the ledger can be saved"));
        }
        return address;
    }

    private static String text(HttpServletRequest request, String name) {
        String text = Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw PageFailure.badRequest(Text.of("参数 " + name + " 无法识别", "parameter " + name + " is not understood"));
        }
        return text;
    }

    private static int number(HttpServletRequest request, String name, int otherwise, int most) {
        String text = text(request, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) > most) {
            throw PageFailure.badRequest(Text.of(
                    "参数 " + name + " 应为不超过 " + most + " 的整数",
                    "parameter " + name + ": expected a whole number up to " + most));
        }
        return Integer.parseInt(text);
    }

    private static String yesNo(HttpServletRequest request, String name) {
        String text = text(request, name);
        if (!List.of("", "yes", "no").contains(text)) {
            throw PageFailure.badRequest(
                    Text.of("参数 " + name + " 应为 yes 或 no", "parameter " + name + ": expected yes or no"));
        }
        return text;
    }
}
