package org.signalup.publish.internal.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Text;
import org.signalup.domain.Verdict;
import org.signalup.evaluate.ResultRows;
import org.signalup.evaluate.ResultRows.LineRow;
import org.signalup.evaluate.ResultRows.PlaceRow;
import org.signalup.geo.GeoPoint;
import org.signalup.geo.LineGeometry;
import org.signalup.ledger.Line;
import org.signalup.ledger.Place;
import org.signalup.publish.Format;
import org.signalup.publish.internal.facts.Facts;
import org.signalup.publish.internal.facts.Names;
import org.signalup.publish.internal.html.Html;
import org.signalup.publish.internal.html.Table;

/** A sketch of where places and lines lie, with their verdicts. No background, no borders: 示意图. */
public final class MapSection implements Section {
    /** Vertices drawn over all lines; more would not be seen at this scale. */
    private static final int VERTICES = 12_000;

    private static final int NUMBERED = 10;

    @Override
    public String id() {
        return "map";
    }

    @Override
    public Text title() {
        return Text.of("位置示意图", "Sketch map");
    }

    @Override
    public Text shortTitle() {
        return Text.of("示意图", "Map");
    }

    @Override
    public void write(Html html, Facts facts) {
        List<GeoPoint> all = positions(facts);
        if (all.isEmpty()) {
            html.el("p.none", Text.of("台账没有位置。", "The ledger has no positions."));
            return;
        }
        Frame frame = Frame.around(all);
        html.el(
                "p.lead",
                Text.of(
                        "示意图，非测绘成果：只按经纬度等距绘出场所与线路，不含底图与境界。数字为「最差的场所」的序号。",
                        "A sketch, not a map: places and lines by longitude and latitude only, no background, no borders. Figures"
                                + " are the ranks in “The worst places”."));
        legend(html);
        html.el("figure.map", () -> {
            html.el(
                    "svg",
                    () -> draw(html, facts, frame),
                    "viewBox",
                    "0 0 1000 " + Format.coordinate(frame.height()),
                    "width",
                    "100%",
                    "aria-hidden",
                    "true");
            html.el("figcaption", () -> caption(html, frame));
        });
        table(facts).fold(html, places(facts), "places.csv");
    }

    private static void legend(Html html) {
        html.el("p.legend", () -> {
            Chips.key(html, "dot.pass", Text.of("达标（圆点、实线）", "pass (dot, line)"));
            Chips.key(html, "dot.retest", Text.of("待复测（黄）", "re-test (amber)"));
            Chips.key(html, "dot.fail", Text.of("不达标（方块、虚线）", "fail (square, dashes)"));
            Chips.key(html, "dot.open", Text.of("未定（小点、细线）", "open (small dot, thin line)"));
        });
    }

    private static void caption(Html html, Frame frame) {
        String km = Format.amount(Math.max(0.1, frame.widthKm()));
        html.text(Text.of("示意图 · 横向约 " + km + " km", "Sketch · about " + km + " km across"));
    }

    private static List<GeoPoint> positions(Facts facts) {
        List<GeoPoint> all = new ArrayList<>();
        facts.results().ledger().places().stream().map(Place::position).forEach(all::add);
        facts.results().ledger().lines().stream()
                .flatMap(line -> line.geometry().parts().stream())
                .forEach(part -> all.addAll(part.vertices()));
        return all;
    }

    private static void draw(Html html, Facts facts, Frame frame) {
        html.leaf("rect.blank", "width", "1000", "height", Format.coordinate(frame.height()));
        lines(html, facts, frame);
        Map<Verdict, StringBuilder> dots = new EnumMap<>(Verdict.class);
        facts.places()
                .forEach((id, rows) -> facts.names()
                        .place(id)
                        .ifPresent(place -> dots.computeIfAbsent(verdict(rows), verdict -> new StringBuilder())
                                .append(frame.dot(place.position()))));
        dots.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -Facts.severity(entry.getKey())))
                .forEach(entry -> dots(html, entry.getKey(), entry.getValue().toString()));
        ranks(html, facts, frame);
    }

    private static Verdict verdict(Map<String, PlaceRow> rows) {
        return Optional.ofNullable(rows.get(ResultRows.ALL))
                .map(PlaceRow::verdict)
                .orElse(Verdict.NOT_MEASURED);
    }

    private static void dots(Html html, Verdict verdict, String path) {
        if (verdict == Verdict.RETEST) {
            html.leaf("path.dot.ring", "d", path);
        }
        html.leaf("path.dot." + Chips.style(verdict), "d", path);
    }

    private static void ranks(Html html, Facts facts, Frame frame) {
        List<PlaceRow> worst = facts.worstPlaces();
        for (int i = 0; i < Math.min(NUMBERED, worst.size()); i++) {
            String rank = Integer.toString(i + 1);
            facts.names()
                    .place(worst.get(i).placeId())
                    .ifPresent(place -> html.el(
                            "text.rank",
                            () -> html.figure(rank),
                            "x",
                            Format.coordinate(frame.x(place.position()) + 8),
                            "y",
                            Format.coordinate(frame.y(place.position()) - 6)));
        }
    }

    private static void lines(Html html, Facts facts, Frame frame) {
        long vertices = facts.results().ledger().lines().stream()
                .flatMap(line -> line.geometry().parts().stream())
                .mapToLong(part -> part.vertices().size())
                .sum();
        int step = (int) Math.max(1, vertices / VERTICES);
        for (Line line : facts.results().ledger().lines()) {
            StringBuilder path = new StringBuilder();
            line.geometry().parts().forEach(part -> part(path, part, frame, step));
            Verdict verdict = Optional.ofNullable(
                            facts.lines().getOrDefault(line.id(), Map.of()).get(ResultRows.ALL))
                    .map(LineRow::verdict)
                    .orElse(Verdict.NOT_MEASURED);
            html.leaf("path.way." + Chips.style(verdict), "d", path.toString());
        }
    }

    private static void part(StringBuilder path, LineGeometry.Part part, Frame frame, int step) {
        List<GeoPoint> vertices = part.vertices();
        for (int i = 0; i < vertices.size(); i++) {
            if (i % step == 0 || i == vertices.size() - 1) {
                path.append(i == 0 ? 'M' : 'L').append(frame.pair(vertices.get(i)));
            }
        }
    }

    private static List<PlaceRow> places(Facts facts) {
        return facts.places().values().stream()
                .map(rows -> rows.get(ResultRows.ALL))
                .filter(row -> row != null)
                .toList();
    }

    private static Table<PlaceRow> table(Facts facts) {
        Names names = facts.names();
        Table<PlaceRow> table = new Table<PlaceRow>()
                .column(Text.of("场所", "Place"), (html, row) -> html.data(names.placeName(row.placeId())))
                .column(
                        Text.of("场景", "Scenario"),
                        (html, row) -> names.place(row.placeId())
                                .ifPresent(place -> html.text(names.scenario(place.scenario()))))
                .column(Text.of("判定", "Verdict"), (html, row) -> Chips.verdict(html, row.verdict(), row.evidence()))
                .number(
                        Text.of("达标企业", "Operators that pass"),
                        (html, row) -> html.figure(
                                facts.count(row.placeId(), Verdict.PASS) + " / " + obliged(facts, row.placeId())));
        return table.number(
                Text.of("达标点位", "Points that pass"),
                (html, row) -> html.figure(row.pointsPassed() + " / " + row.points()));
    }

    private static int obliged(Facts facts, String placeId) {
        int named = facts.names()
                .place(placeId)
                .map(place -> place.operators().size())
                .orElse(0);
        return named > 0 ? named : facts.names().obliged().size();
    }
}
