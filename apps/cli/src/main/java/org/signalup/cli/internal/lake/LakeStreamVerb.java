package org.signalup.cli.internal.lake;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.signalup.cli.internal.Computing;
import org.signalup.cli.internal.ReadOptions;
import org.signalup.cli.internal.Session;
import org.signalup.cli.internal.SpillFolder;
import org.signalup.cli.internal.UsageException;
import org.signalup.cli.internal.Words;
import org.signalup.cli.internal.terminal.Terminal;
import org.signalup.domain.Problem;
import org.signalup.domain.ProgressListener;
import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.engine.Engine;
import org.signalup.engine.EngineProvider;
import org.signalup.engine.EngineSettings;
import org.signalup.engine.RemoteFiles;
import org.signalup.intake.IntakeOptions;
import org.signalup.lake.Lake;
import org.signalup.lake.TopicFollower.Taken;
import org.signalup.lake.TopicSource;
import org.signalup.lake.TopicSource.Order;
import org.signalup.standards.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code signalup lake stream}: takes the messages of a topic, until told to end. */
@Command(name = "stream", sortOptions = false)
final class LakeStreamVerb implements Callable<Integer> {
    /** What one machine reads into a lake in a few seconds. */
    private static final long MOST_MESSAGES = 200_000;
    /** Others may write to the lake meanwhile, and a stream has time. */
    private static final String USUAL_PATIENCE_S = "600";

    private static final int MOST_TOLD = 100;

    private final Session session;
    private final Set<String> toldKeys = new TreeSet<>();

    @Mixin
    WriteOptions write = new WriteOptions();

    @Option(names = "--kafka", paramLabel = "HOST:PORT", required = true)
    String servers;

    @Option(names = "--topic", paramLabel = "NAME", required = true)
    String topic;

    @Option(names = "--every", paramLabel = "SECONDS", defaultValue = "30")
    String every;

    @Option(names = "--once")
    boolean once;

    @Option(names = "--checkpoint", paramLabel = "DIR")
    Path checkpoint;

    @Option(names = "--kafka-config", paramLabel = "FILE")
    Path client;

    @Option(names = "--master", paramLabel = "URL")
    String master;

    @Option(names = "--programme", paramLabel = "DIR")
    Path programme;

    @Option(names = "--crs", paramLabel = "CRS")
    String crs;

    @Mixin
    DeviceOptions devices = new DeviceOptions();

    @Mixin
    BasisOptions basis = new BasisOptions();

    @Option(names = {"-q", "--quiet"})
    boolean quiet;

    LakeStreamVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Order order = order();
        TopicSource source = TopicSource.find().orElseThrow(LakeStreamVerb::noSpark);
        EngineProvider engines = EngineProvider.find("spark").orElseThrow(LakeStreamVerb::noSpark);
        ReadOptions read = ReadOptions.of(programme, crs);
        Programme policy = read.programme(session);
        IntakeOptions options = devices.known(read.intake(session, policy, ProgressListener.NONE), session, read);
        write.wait = Words.text(write.wait).orElse(USUAL_PATIENCE_S);
        Lake lake = basis.stating(write.openOrCreate(policy.zone()));
        try (Ending ending = Ending.onSignal(session.terminal());
                SpillFolder spill = SpillFolder.beside(write.spill());
                Engine engine = engines.open(new EngineSettings(0, Optional.empty(), spill.path(), order.master()))) {
            lake.follow(source, options, engine).follow(order, this::say, () -> ending.within(Duration.ZERO));
        }
        return 0;
    }

    private Order order() {
        if (!topic.matches("[A-Za-z0-9._-]{1,249}")) {
            throw Words.wrong("--topic", topic, Text.of("字母、数字、点、下划线、连字符", "letters, digits, dots, bars, dashes"));
        }
        if (!servers.matches("[^,\\s]+:[0-9]+(,[^,\\s]+:[0-9]+)*")) {
            throw Words.wrong("--kafka", servers, Text.of("主机:端口，多个用逗号隔开", "HOST:PORT, several joined by commas"));
        }
        if (checkpoint == null && RemoteFiles.isRemote(write.folder())) {
            throw new UsageException(Text.of(
                    "数据湖在 URL 上时，用 --checkpoint 给出磁盘上的文件夹",
                    "a lake behind a URL: name a folder on a disk by --checkpoint"));
        }
        Path book = Optional.ofNullable(checkpoint)
                .orElseGet(() -> write.folder().resolve("streams").resolve(topic));
        return new Order(
                servers,
                topic,
                book,
                Words.seconds("--every", every),
                once,
                MOST_MESSAGES,
                Computing.master(master),
                client == null ? Map.of() : settings(client));
    }

    private static Map<String, String> settings(Path file) {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new RefusedException(
                    Problem.ofFile(file.toString(), "FILE_UNREADABLE", Text.of("无法读取：" + e, "cannot be read: " + e)));
        }
        return settings.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, settings::getProperty));
    }

    private void say(Taken taken) {
        if (!quiet) {
            new AddedText(session).say(taken.added());
        }
        Set<String> unused = new TreeSet<>(taken.unusedKeys());
        unused.removeAll(toldKeys);
        if (!unused.isEmpty() && toldKeys.size() < MOST_TOLD) {
            toldKeys.addAll(unused);
            String names = Terminal.clean(String.join(", ", unused));
            session.warn(Text.of("消息里没有用到的键：" + names, "keys of messages that are not used: " + names));
        }
        session.terminal().flush();
    }

    private static RefusedException noSpark() {
        return new RefusedException(Problem.ofFile(
                "lib/spark",
                "NO_ENGINE",
                Text.of(
                        "没有 Spark：请用 ./signalup lake stream 运行，它会构建 lib/spark",
                        "Spark is not here: run ./signalup lake stream, which builds lib/spark")));
    }
}
