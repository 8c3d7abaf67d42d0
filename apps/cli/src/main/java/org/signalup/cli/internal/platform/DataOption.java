package org.signalup.cli.internal.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.signalup.cli.internal.UsageException;
import org.signalup.domain.Text;
import org.signalup.store.DataFolder;
import org.signalup.store.Store;
import org.signalup.store.StoreSettings;
import picocli.CommandLine.Option;

/** Whose data a verb is about. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", required = true, descriptionKey = "data")
    Path folder;

    DataFolder data() {
        return new DataFolder(folder);
    }

    StoreSettings settings() {
        return StoreSettings.of(data().postgres(), System.getenv());
    }

    /** The database, whether the platform runs or not. */
    Store open() {
        StoreSettings settings = settings();
        if (settings.databaseUrl().isEmpty() && !Files.isDirectory(settings.folder())) {
            throw new UsageException(Text.of(
                    "--data：“" + folder + "”不是平台的数据文件夹（也没有 DATABASE_URL）",
                    "--data: “" + folder + "” is no data folder of a platform (and there is no DATABASE_URL)"));
        }
        return Store.openBeside(settings);
    }

    /** Small files that belong to the database, by their name in a backup. */
    Map<String, Path> files() {
        return Map.of("lake.json", data().lake().resolve("lake.json"));
    }
}
