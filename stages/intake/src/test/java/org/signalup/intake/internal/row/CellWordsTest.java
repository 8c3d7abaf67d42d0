package org.signalup.intake.internal.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signalup.domain.Outcome;
import org.signalup.domain.Purpose;
import org.signalup.domain.Rat;
import org.signalup.domain.Service;
import org.signalup.domain.Source;
import org.signalup.domain.TestMode;
import org.signalup.intake.SampleColumn.Unit;

class CellWordsTest {
    @ParameterizedTest
    @CsvSource({
        "LTE,4G,LTE",
        "lte-a,4G,LTE A",
        "NR SA,5G,SA",
        "NR_NSA,5G,NSA",
        "EN-DC,5G,NSA",
        "5G,5G,",
        "HSPA+,3G,HSPA+",
        "EDGE,2G,EDGE",
        "脱网,NONE,",
        "Wi-Fi,WIFI,WI FI",
        "5G SA,5G,SA",
        "5G(NSA),5G,NSA",
        "5G（SA）,5G,SA",
        "LTE NR avail,4G,LTE NR AVAIL"
    })
    void technologiesByAnyName(String word, String code, String detail) {
        Words.RatWord read = Words.rat(word);
        assertThat(read.rat().map(Rat::code)).contains(code);
        assertThat(read.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"众测", "互联网应用数据", "互联网应用数据（众测）", "app", "App data"})
    void appDataByAnyName(String word) {
        assertThat(Words.coded(Source.class, word)).contains(Source.APP);
    }

    @Test
    void wordsOfTheTradeAreUnderstood() {
        assertThat(Words.coded(Source.class, "室内步测（打点）")).contains(Source.WALK);
        assertThat(Words.coded(TestMode.class, "锁定5G")).contains(TestMode.LOCK_5G);
        assertThat(Words.coded(Purpose.class, "抽测")).contains(Purpose.AUTHORITY);
        assertThat(Words.coded(Service.class, "直播")).contains(Service.LIVE);
        assertThat(Words.coded(Outcome.class, "掉话")).contains(Outcome.DROPPED);
        assertThat(Words.coded(Purpose.class, "众测")).isEmpty();
        assertThat(Words.rat("无服务（脱网）").rat()).contains(Rat.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "auto,0000-01-01T00:00:00Z",
        "auto,1980-01-06T00:00:00Z",
        "auto,9999-12-31T00:00:00Z",
        "epoch_s,946684799",
        "epoch_ms,4102444800000"
    })
    void aClockThatWasNeverSetTellsNoTime(String format, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Times.of(format, Optional.empty()).read(bytes, 0, bytes.length))
                .isEqualTo(TimeReader.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2345,3,1235",
        "-0.0005,3,-1",
        "-85,3,-85000",
        "+7.,0,7",
        ".5,0,1",
        "1e3,0,1000",
        "0.1234567891234567891,7,1234568",
        "123456789012,7,1234567890120000000",
        "1e-40,3,0"
    })
    void decimalsAreScaledAndRoundedHalfAwayFromZero(String text, int digits, long scaled) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Decimals.parse(bytes, 0, bytes.length, digits)).isEqualTo(scaled);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-∞", "'1,2'", "12a", "--5", "1e99", "99999999999999999999", "."})
    void whatIsNoFiniteNumberIsSaidSo(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Decimals.parse(bytes, 0, bytes.length, 3)).isEqualTo(Decimals.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        "MBIT_S,kb/s,1024,1024",
        "MBIT_S,Mbps,1.5,1500",
        "MBIT_S,MB/s,2,16000",
        "MBIT_S,bps,2500,3",
        "METRE,km,1.5,1500000",
        "MILLISECOND,s,0.25,250000",
        "KM_H,km/h,36,10000",
        "PERCENT,%,1.5,15000",
        "KM_H,m/s,10,10000"
    })
    void unitsOfHeadingsAreHonoured(Unit kind, String unit, String text, long stored) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Scale.of(kind, unit).orElseThrow().parse(bytes, 0, bytes.length))
                .isEqualTo(stored);
    }

    @Test
    void decimalsInTheMiddleOfAFileAreReadLikeTheJdkReadsThem() {
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            String sign = random.nextInt(3) == 0 ? "-" : "";
            String whole = digits(random, random.nextInt(11));
            String fraction = random.nextBoolean() ? "." + digits(random, random.nextInt(11)) : "";
            String text = sign + whole + fraction;
            int scale = random.nextInt(8);
            byte[] bytes = (text + ",12345678,").getBytes(StandardCharsets.US_ASCII);
            long expected = whole.isEmpty() && fraction.length() < 2
                    ? Decimals.INVALID
                    : new BigDecimal(text)
                            .movePointRight(scale)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
            if (!text.isEmpty()) {
                assertThat(Decimals.parse(bytes, 0, text.length(), scale))
                        .as(text + " times 10^" + scale)
                        .isEqualTo(expected);
            }
        }
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    @Test
    void aDictionaryTellsWordsApartWhateverTheirLengthAndNumber() {
        List<String> asked = new ArrayList<>();
        ByteDictionary<String> dictionary = new ByteDictionary<>(word -> {
            asked.add(word);
            return "<" + word + ">";
        });
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            String word = digits(random, 1 + random.nextInt(40));
            byte[] bytes = (word + (random.nextBoolean() ? "" : ",".repeat(40))).getBytes(StandardCharsets.US_ASCII);
            assertThat(dictionary.get(bytes, 0, word.length())).isEqualTo("<" + word + ">");
        }
        assertThat(asked).hasSizeLessThan(200_000);
    }

    @Test
    void timesAreReadLikeTheJdkReadsThem() {
        TimeReader reader = new TimeReader(Optional.empty());
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            OffsetDateTime time = OffsetDateTime.parse(String.format(
                    "%04d-%02d-%02dT%02d:%02d:%02d.%03d%s%02d:%02d",
                    random.nextInt(1990, 2100),
                    random.nextInt(1, 13),
                    random.nextInt(1, 29),
                    random.nextInt(24),
                    random.nextInt(60),
                    random.nextInt(60),
                    random.nextInt(1000),
                    random.nextBoolean() ? "+" : "-",
                    random.nextInt(14),
                    random.nextInt(60)));
            assertThat(read(reader, time.toString())).isEqualTo(time.toInstant().toEpochMilli());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-18T22:11:08+08,1752847868000",
        "2025-07-18 22:11:08 +0800,1752847868000",
        "2025/7/18 22:11+08:00,1752847860000",
        "2025.07.18_14.11.08Z,1752847868000"
    })
    void relativesOfIsoTimesAreRead(String text, long ms) {
        assertThat(read(new TimeReader(Optional.empty()), text)).isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-30T00:00:00Z",
        "2025-07-18",
        "2025-07-18T24:00:00Z",
        "2025-07-18T22:60:00Z",
        "18.07.2025 10:00:00Z",
        "2025-07-18T22:11:08+8"
    })
    void whatIsNoTimeIsSaidSo(String text) {
        assertThat(read(new TimeReader(Optional.empty()), text)).isEqualTo(TimeReader.INVALID);
    }

    @Test
    void wallClocksFollowSummerTime() {
        TimeReader berlin = new TimeReader(Optional.of(ZoneId.of("Europe/Berlin")));
        assertThat(read(berlin, "2025-01-01 12:00:00")).isEqualTo(1_735_729_200_000L);
        assertThat(read(berlin, "2025-07-01 12:00:00")).isEqualTo(1_751_364_000_000L);
    }

    private static long read(TimeReader reader, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }
}
