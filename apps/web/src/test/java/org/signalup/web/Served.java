package org.signalup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.Period;
import org.signalup.domain.ProgressListener;
import org.signalup.duckdb.DuckDbEngine;
import org.signalup.engine.Engine;
import org.signalup.evaluate.Evaluation;
import org.signalup.evaluate.EvaluationRequest;
import org.signalup.evaluate.ReportWriter;
import org.signalup.evaluate.SampleSource;
import org.signalup.ledger.LedgerReader;
import org.signalup.standards.Programme;
import org.signalup.standards.ProgrammeReader;
import org.signalup.standards.StandardReader;

/** The pages over the shipped town, evaluated with the standards of 2024 and 2025 and once from its walk tests alone, running once for all tests of a JVM. */
final class Served {
    private static final Path ROOT = root();
    static final Path PROGRAMME = ROOT.resolve("programme");
    static final Path LEDGER = ROOT.resolve("examples/town/ledger");
    static final Path SAMPLES = ROOT.resolve("examples/town/samples");
    private static final Path EVALUATIONS = Path.of("target", "evaluations").toAbsolutePath();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebServer server;

    private Served() {}

    /** An answer of the server. */
    record Answer(int status, String contentType, String body) {}

    static synchronized String url() {
        if (server == null) {
            evaluate(EVALUATIONS.resolve("town-2024"), "signal-upgrade-2024", SAMPLES);
            evaluate(EVALUATIONS.resolve("town-walked"), "signal-upgrade-2024", SAMPLES.resolve("walk.csv.gz"));
            evaluate(EVALUATIONS.resolve("town"), "signal-upgrade-2025", SAMPLES);
            server = WebServer.start(WebOptions.of(EVALUATIONS, 0));
        }
        return server.url();
    }

    /** The folder of an evaluation that is served. */
    static Path folder(String id) {
        url();
        return EVALUATIONS.resolve(id);
    }

    /** What a GET answers; {@code path} as a browser would send it. */
    static Answer get(String path) {
        return get(url(), path);
    }

    /** The same of another server. */
    static Answer get(String server, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path)).build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Evaluates samples of the town into a folder. */
    static void evaluate(Path out, String standardId, Path samples) {
        evaluate(out, standardId, samples, LEDGER);
    }

    /** The same with another ledger. */
    static void evaluate(Path out, String standardId, Path samples, Path ledgerFolder) {
        Path programmeFolder = ROOT.resolve("programme");
        Path standardFile = programmeFolder.resolve("standards").resolve(standardId + ".yml");
        Programme programme = ProgrammeReader.read(programmeFolder, List.of());
        EvaluationRequest request = new EvaluationRequest(
                programme,
                StandardReader.read(standardFile),
                LedgerReader.read(ledgerFolder, programme),
                new SampleSource.InFiles(List.of(samples), List.of(), Optional.empty(), Optional.of("WGS84")),
                Period.ALL,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                out,
                true,
                Language.ZH,
                ProgressListener.NONE,
                Optional.of(new EvaluationRequest.Inputs(List.of(programmeFolder), standardFile, ledgerFolder)));
        try (Engine engine = DuckDbEngine.open(2, "500MB", Files.createTempDirectory("served"))) {
            Evaluation.run(request, engine, ReportWriter.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("examples"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
