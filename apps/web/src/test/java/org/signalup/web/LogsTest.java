package org.signalup.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is logged while samples come names no phone, no card and no number, whether the samples are good or not. */
class LogsTest {
    private static final String IMEI = "358240051111110";
    private static final String IMSI = "460001234567890";
    private static final String MSISDN = "13812345678";
    private static final String CLIENT = "3f1f0a52-61b6-4a3e-9d5c-0a7c1f9b7f11";
    private static final String HEADER = "observed_at,operator,rat,lon,lat,crs,rsrp_dbm,device_id,imsi,手机号\n";
    private static final String ROW =
            "2026-03-05T13:00:%02d+08:00,CMCC,%s,121.4,31.2,WGS84,-88," + IMEI + "," + IMSI + "," + MSISDN + "\n";

    private static String token;

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private Level before;

    @BeforeAll
    static void people() {
        Workshop.fill();
        token = Town.token(Town.account("logs", Town.organisation("LOGS", "ASSESSOR", null, "{97}"), "MANAGER"));
    }

    private static Logger ours() {
        return (Logger) LoggerFactory.getLogger("org.signalup");
    }

    private static Logger all() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @BeforeEach
    void listen() {
        before = ours().getLevel();
        ours().setLevel(Level.TRACE);
        heard.start();
        all().addAppender(heard);
    }

    @AfterEach
    void leave() {
        all().detachAppender(heard);
        ours().setLevel(before);
    }

    private List<String> logged() {
        return List.copyOf(heard.list).stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
    }

    private void upload(String name, String content) {
        String form = "--XX\r\nContent-Disposition: form-data; name=\"basis\"\r\n\r\nOPEN_DATA\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--XX--\r\n";
        Visitor.Reply sent = Town.ask(
                token, "POST", "/api/v1/uploads", "multipart/form-data; boundary=XX", BodyPublishers.ofString(form));
        if (sent.status() == 202) {
            for (int i = 0;
                    i < 600
                            && Town.ask(token, "GET", sent.location(), null)
                                    .body()
                                    .contains("\"READING\"");
                    i++) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Visitor.Reply rmbt(String path, String body) {
        Visitor visitor = Town.visitor();
        return visitor.send(visitor.request("/RMBTControlServer/" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void nothingOfPhonesIsLoggedWhateverBecomesOfTheSamples() {
        ours().debug("listening");
        upload(IMEI + ".csv", HEADER + ROW.formatted(1, "5G"));
        upload(
                "bad.csv",
                HEADER + ROW.formatted(2, MSISDN) + ROW.formatted(3, "5G").replace("121.4", IMSI));
        upload("unknown-" + MSISDN + ".csv", IMEI + "," + IMSI + "\n" + MSISDN + ",2\n");
        upload("..", HEADER + ROW.formatted(4, "5G"));
        upload("broken.zip", "PK\u0003\u0004" + IMEI + IMSI);
        Town.ask(
                token,
                "POST",
                "/api/v1/samples",
                "text/csv",
                BodyPublishers.ofString(HEADER + ROW.formatted(5, "5G") + ROW.formatted(6, IMEI)));
        Town.ask(token, "POST", "/api/v1/samples", "text/csv", BodyPublishers.ofString(IMEI + "\n" + IMSI));
        rmbt("testRequest", "{\"uuid\":\"" + CLIENT + "\",\"imei\":\"" + IMEI + "\"}");
        rmbt("result", "{\"client_uuid\":\"" + CLIENT + "\",\"test_token\":\"" + IMSI + "\"}");
        rmbt("coverageResult", "[" + MSISDN);
        Town.ask(token, "GET", "/api/v1/uploads?phone=" + MSISDN, null);

        assertThat(logged())
                .contains("listening")
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(IMEI)
                        .doesNotContain(IMSI)
                        .doesNotContain(MSISDN)
                        .doesNotContain(CLIENT));
    }
}
