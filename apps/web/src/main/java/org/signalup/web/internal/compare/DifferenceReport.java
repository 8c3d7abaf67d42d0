package org.signalup.web.internal.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.signalup.domain.Coded;
import org.signalup.domain.Language;
import org.signalup.domain.Text;
import org.signalup.publish.FileFormat;
import org.signalup.publish.Shape;
import org.signalup.publish.TableFile;
import org.signalup.web.internal.compare.Flip.Outcome;

/** 差异报告: what came out differently for which operator, before and after, and what did it, as a file. */
record DifferenceReport(String here, String other, boolean simulated, List<Flip> flips) {
    private static final List<TableFile.Column> COLUMNS = List.of(
            text("object", Text.of("对象", "object")),
            text("id", Text.of("编号", "id")),
            text("name", Text.of("名称", "name")),
            text("group", Text.of("场景或类型", "scenario or kind")),
            text("operator", Text.of("运营商", "operator")),
            text("verdict_before", Text.of("此前判定", "verdict before")),
            text("verdict", Text.of("现在判定", "verdict")),
            text("evidence_before", Text.of("此前证据", "evidence before")),
            text("evidence", Text.of("现在证据", "evidence")),
            new TableFile.Column("stars_before", Text.of("此前星级", "stars before"), TableFile.Type.INTEGER),
            new TableFile.Column("stars", Text.of("现在星级", "stars"), TableFile.Type.INTEGER),
            text("causes", Text.of("引起（数据、台账、标准）", "causes (data, ledger, standard)")),
            text("data", Text.of("说明", "note")));

    private static TableFile.Column text(String code, Text heading) {
        return new TableFile.Column(code, heading, TableFile.Type.TEXT);
    }

    void write(FileFormat format, Language language, OutputStream out) throws IOException {
        TableFile.About about = new TableFile.About(
                "signalup-differences",
                Text.of("差异报告", "Differences"),
                List.of(Text.of("评测批次 " + other + " → " + here, "evaluation " + other + " → " + here)),
                Optional.empty(),
                language);
        try (TableFile file = TableFile.open(format, about, COLUMNS, out)) {
            for (Flip flip : flips) {
                file.row(row(flip), Shape.NONE);
            }
        }
    }

    private List<Object> row(Flip flip) {
        List<Object> row = new ArrayList<>(List.of(
                flip.line() ? "LINE" : "PLACE",
                flip.id(),
                flip.name(),
                flip.group(),
                flip.operator(),
                code(flip.before().verdict()),
                code(flip.after().verdict()),
                code(flip.before().evidence()),
                code(flip.after().evidence())));
        row.add(stars(flip.before()));
        row.add(stars(flip.after()));
        row.add(flip.causes().stream().map(Enum::name).collect(Collectors.joining(";")));
        row.add(simulated ? "模拟数据 simulated" : "");
        return row;
    }

    private static String code(Optional<? extends Coded> word) {
        return word.map(Coded::code).orElse("");
    }

    private static Long stars(Outcome outcome) {
        return outcome.stars().isPresent() ? (long) outcome.stars().getAsInt() : null;
    }
}
