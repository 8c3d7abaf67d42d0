package org.signalup.evaluate.internal.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.signalup.domain.Outcome;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.domain.Text;
import org.signalup.engine.Column;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.EngineSettings;
import org.signalup.engine.Schema;
import org.signalup.engine.TableWriter;
import org.signalup.evaluate.internal.filter.CrowdFilter;
import org.signalup.evaluate.internal.write.OutputFolder;
import org.signalup.intake.SampleSchema;
import org.signalup.standards.CrowdRule;
import org.signalup.standards.Operator;
import org.signalup.standards.SpecAnswer;
import org.signalup.standards.SpecInput;
import org.signalup.standards.SpecInput.CrowdTest;
import org.signalup.standards.Standard;

/** Examples of the filters of crowd samples. They are asked by the same SQL as an evaluation's, so an engine is opened for them. */
public final class SpecCrowd {
    private static final String ENGINE = "duckdb";
    private static final long DAY_S = 86_400;
    /** Of the examples; the networks of the national programme, as far as they need them. */
    private static final List<Operator> OPERATORS = List.of(
            new Operator("CMCC", Text.same("CMCC"), List.of("46000"), List.of()),
            new Operator("CTCC", Text.same("CTCC"), List.of("46011"), List.of()),
            new Operator("CUCC", Text.same("CUCC"), List.of("46001"), List.of()),
            new Operator("CBN", Text.same("CBN"), List.of("46015"), List.of()));

    private SpecCrowd() {}

    public static Map<CrowdRule, SpecAnswer.Crowd> crowd(Standard standard, SpecInput.Crowd crowd) {
        Path work = work();
        try (Engine engine = open(work)) {
            write(engine, crowd.tests());
            CrowdFilter filter = new CrowdFilter(engine, standard);
            filter.prepare(OPERATORS);
            Map<CrowdRule, SpecAnswer.Crowd> answers = new EnumMap<>(CrowdRule.class);
            if (filter.filter("sample_settled", Set.of())) {
                filter.caught().forEach((rule, n) -> answers.put(CrowdRule.valueOf(rule), new SpecAnswer.Crowd(n)));
            }
            return answers;
        } finally {
            OutputFolder.discard(work);
        }
    }

    private static Engine open(Path work) {
        return EngineProvider.find(ENGINE)
                .orElseThrow(() ->
                        new IllegalStateException("engine: none named " + ENGINE + " (expected: on the class path)"))
                .open(new EngineSettings(1, Optional.empty(), work, Optional.empty()));
    }

    private static void write(Engine engine, List<CrowdTest> tests) {
        Schema.Builder schema = Schema.of("sample_settled");
        SampleSchema.READ.columns().forEach(column -> schema.with(column.type(), column.name()));
        long row = 1;
        try (TableWriter table = engine.create(schema.build())) {
            for (CrowdTest test : tests) {
                for (int i = 0; i < test.repeat(); i++) {
                    write(table, values(test, i, ++row));
                }
            }
        }
    }

    private static void write(TableWriter table, Map<String, Object> values) {
        for (Column column : SampleSchema.READ.columns()) {
            Object value = values.get(column.name());
            if (value == null) {
                table.putNull();
            } else if (value instanceof String text) {
                table.put(text);
            } else if (value instanceof Boolean flag) {
                table.put(flag);
            } else if (column.type() == Column.Type.INT) {
                table.put(((Number) value).intValue());
            } else {
                table.put(((Number) value).longValue());
            }
        }
        table.endRow();
    }

    private static Map<String, Object> values(CrowdTest test, int index, long row) {
        long second = test.date().toEpochDay() * DAY_S + test.time().toSecondOfDay();
        Map<String, Object> values = new HashMap<>();
        values.put("file_no", 1);
        values.put("row_no", row);
        values.put("observed_ms", second * 1000 + Math.round(index * test.stepS() * 1000));
        values.put("date", test.date().toEpochDay());
        scaled(values, "lon_e7", test.lon(), 1e7);
        scaled(values, "lat_e7", test.lat(), 1e7);
        values.put("point_id", test.point().isEmpty() ? null : test.point());
        values.put("operator", test.operator());
        values.put("serving_plmn", test.plmn().isEmpty() ? null : test.plmn());
        values.put("rat", test.rat().number());
        values.put("source", Source.APP.number());
        values.put("test_mode", TestMode.FREE.number());
        values.put("device_id", test.device().isEmpty() ? null : test.device());
        values.put("device_key", test.device().hashCode());
        values.put("thinnable", false);
        test.arfcn().ifPresent(arfcn -> values.put("arfcn", arfcn));
        scaled(values, "dl_kbps", test.dlMbps(), 1000);
        scaled(values, "ul_kbps", test.ulMbps(), 1000);
        if (test.dlMbps().isPresent() || test.ulMbps().isPresent() || test.outcome() == Outcome.FAILED) {
            values.put("service", Service.RATE.number());
            values.put("outcome", test.outcome().number());
        }
        return values;
    }

    private static void scaled(Map<String, Object> values, String column, OptionalDouble value, double factor) {
        value.ifPresent(number -> values.put(column, Math.round(number * factor)));
    }

    private static Path work() {
        try {
            return Files.createTempDirectory("signalup-spec-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
