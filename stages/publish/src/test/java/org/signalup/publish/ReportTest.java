package org.signalup.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    private String page(World world) throws IOException {
        new Report().write(world, folder);
        return Files.readString(folder.resolve(Report.FILE));
    }

    @Test
    void an_evaluation_of_nothing_still_gives_a_page() throws IOException {
        assertThat(page(new World())).contains("没有这样的记录。").endsWith("</html>\n");
    }

    @Test
    void a_town_gives_a_page() throws IOException {
        String html = page(Town.of("Site ", 120, 6, 400));
        Files.writeString(Path.of("target/town.html"), html);
        assertThat(html).contains("重点场所达标");
    }

    @Test
    void a_province_stays_below_three_megabytes() throws IOException {
        String html = page(Town.of("某某市某某区人民医院", 12_000, 50, 1_000));
        Files.writeString(Path.of("target/province.html"), html);
        assertThat(Files.size(folder.resolve(Report.FILE))).isLessThan(3_000_000);
    }
}
