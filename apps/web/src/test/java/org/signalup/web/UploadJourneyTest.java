package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Somebody of an assessor brings files in the browser, corrects how they are read, and has them taken into the lake. */
class UploadJourneyTest extends InABrowser {
    private static final String HEADER = "observed_at,operator,rat,lon,lat,crs,rsrp_dbm,imei,remark\n";

    @TempDir
    static Path folder;

    private Walk walk;

    @BeforeAll
    static void people() {
        Workshop.fill();
        Town.account("shangchuan", Town.organisation("UP-PC", "ASSESSOR", null, "{97}"), "MANAGER");
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String row(int second, String lonLat, String operator) {
        return "2026-02-03T10:%02d:%02d+08:00,%s,5G,%s,WGS84,%d,490154203237518,\n"
                .formatted(second / 60, second % 60, operator, lonLat, -85 - second % 25);
    }

    private Walk bring(Path file) {
        walk.open("/uploads?lang=zh");
        browser.driver().findElement(By.name("file")).sendKeys(file.toString());
        walk.see("已选 1").choose("basis", "CONTRACT").choose("purpose", "THIRD_PARTY");
        return walk.press("上传并查看");
    }

    private void settled() {
        browser.until("document.readyState === 'complete' && !document.querySelector('.working')");
    }

    @Test
    void swappedCoordinatesAreCorrectedByOneButtonAndTheRowsTaken() throws IOException {
        browser.signIn(Town.server().url(), "shangchuan");
        walk = new Walk(browser, Town.server().url());
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 120; i++) {
            text.append(row(i, "31.%04d,121.%04d".formatted(2000 + i, 4000 + 2 * i), i == 50 ? "NOBODY" : "CMCC"));
        }
        bring(file("路测-对调.csv", text.toString()));
        settled();
        walk.see("待确认", "经纬度写反了", "没有可入湖的新采样", "LAT_RANGE", "imei", "remark");
        walk.look("upload-swapped");
        walk.press("更正：经纬度对调");
        settled();
        walk.see("更正", "经纬度对调", "确认后整批入湖：119 行", "OPERATOR_UNKNOWN", "NOBODY");
        walk.save("a[href$='/refused.xlsx']").save("a[href$='/refused.csv']");
        browser.until("window.mapIdle");
        walk.look("upload-corrected");
        String address = browser.driver().getCurrentUrl();
        walk.open(address.replace(Town.server().url(), "") + "?lang=en");
        browser.until("window.mapIdle");
        walk.look("upload-corrected-en");
        browser.driver().executeScript("document.querySelector('.tracks').scrollIntoView()");
        browser.picture("upload-tracks");
        walk.open(address.replace(Town.server().url(), "") + "?lang=zh");
        walk.press("确认入湖");
        settled();
        walk.see("已入湖", "湖中批次");
        walk.look("upload-taken");
        walk.open("/uploads?lang=zh").see("路测-对调.csv", "已入湖");
        walk.look("uploads");
        walk.open("/sources?lang=zh").see("路测-对调.csv", "UP-PC", "合同约定");
        walk.look("sources");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void whatCannotBeReadSaysWhyAndIsThrownAway() throws IOException {
        browser.signIn(Town.server().url(), "shangchuan");
        walk = new Walk(browser, Town.server().url());
        bring(file("怪表.csv", "甲,乙,丙\n1,2,3\n"));
        settled();
        walk.see("读不了", "无法识别文件格式");
        walk.look("upload-refused");
        walk.press("放弃").see("已放弃");
        walk.open("/uploads?lang=zh");
        browser.driver().findElement(By.name("file")).sendKeys(file("空.csv", "").toString());
        walk.choose("basis", "OPEN_DATA").tap("main form.upload button.main");
        browser.until("document.querySelector('#problems [role=alert]')");
        walk.see("没有收下", "文件为空");
        assertThat(browser.console()).allMatch(entry -> entry.getMessage().contains("422"));
    }

    @Test
    void aTableNobodyKnowsIsMappedByHandAndReadAtOnce() throws IOException {
        browser.signIn(Town.server().url(), "shangchuan");
        walk = new Walk(browser, Town.server().url());
        StringBuilder text = new StringBuilder("记录时刻,网,位置甲,位置乙,场强,下载\n");
        for (int i = 0; i < 40; i++) {
            text.append("2026/02/04 10:00:%02d,%s,121.%04d,31.2,%d,%d\n"
                    .formatted(i, i == 3 ? "火星" : "移动", 4000 + i, -80 - i % 20, 90_000 + i));
        }
        bring(file("自研仪表.csv", text.toString()));
        settled();
        walk.see("读不了", "手工对应列").follow("手工对应列");
        walk.see("记录时刻", "场强");
        walk.fill("id", "up-own-tester").fill("name", "自研仪表");
        walk.choose("to0", "observed_at")
                .choose("to1", "operator")
                .choose("to2", "lon")
                .choose("to3", "lat");
        walk.choose("to4", "rsrp_dbm").choose("to5", "dl_mbps").fill("unit5", "kbit/s");
        walk.choose("crs", "WGS84").choose("rat", "5G");
        walk.press("试读").see("前 30 行会这样读", "运营商不在方案名单中", "采用");
        walk.look("mapping-tried");
        walk.press("保存模板并重新读取");
        settled();
        walk.see("up-own-tester", "v1", "确认后整批入湖：39 行");
        walk.open("/profiles?lang=zh").see("自研仪表", "共享给其他单位");
        walk.look("profiles");
        walk.open("/profiles?lang=en").see("share with others");
    }

    private static byte[] team(int first) {
        StringBuilder text = new StringBuilder("时刻乙,网乙,横,纵,强弱\n");
        for (int i = 0; i < 20; i++) {
            text.append("2026/02/05 10:%02d:%02d,移动,121.%04d,31.2,%d\n".formatted(first, i, 5000 + i, -80 - i));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Path archive() throws IOException {
        Path archive = folder.resolve("两队.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 1; i < 3; i++) {
                zip.putNextEntry(new ZipEntry("路测/" + i + "队.csv"));
                zip.write(team(i));
            }
        }
        return archive;
    }

    @Test
    void ofAnArchiveOneTableIsChosenAndMappedAndAllOfItsKindAreTaken() throws IOException {
        browser.signIn(Town.server().url(), "shangchuan");
        walk = new Walk(browser, Town.server().url());
        bring(archive());
        settled();
        walk.see("读不了").follow("手工对应列");
        walk.see("两队.zip", "请选一个作样本").look("mapping-members");
        walk.follow("路测/2队.csv").see("路测/2队.csv", "时刻乙", "强弱");
        walk.fill("id", "up-two-teams").choose("to0", "observed_at").choose("to1", "operator");
        walk.choose("to2", "lon").choose("to3", "lat").choose("to4", "rsrp_dbm");
        walk.choose("crs", "WGS84").choose("rat", "4G");
        walk.press("试读").see("前 20 行会这样读", "采用").miss("拒收").look("mapping-member");
        walk.press("保存模板并重新读取");
        settled();
        walk.see("up-two-teams", "v1", "确认后整批入湖：40 行").press("确认入湖");
        settled();
        walk.see("已入湖", "湖中批次", "两队.zip!/路测/1队.csv", "两队.zip!/路测/2队.csv");
        assertThat(browser.console()).isEmpty();
    }
}
