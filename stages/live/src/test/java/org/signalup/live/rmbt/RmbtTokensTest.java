package org.signalup.live.rmbt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signalup.domain.RefusedException;

class RmbtTokensTest {
    private static final UUID OPEN = UUID.fromString("53d69299-0206-4732-a623-6b0c2fec306d");
    private static final long SECONDS = 1_572_526_785;
    private static final String KEY = "secret of the server";

    private static String token() throws UnknownHostException {
        return RmbtTokens.make(OPEN, SECONDS, KEY, InetAddress.getByName("192.0.2.7"));
    }

    @Test
    void aTokenIsWhatAnotherProgramReckons() throws UnknownHostException {
        // Worked out with Python's hmac; the address as ::ffff:192.0.2.7.
        assertThat(token())
                .isEqualTo(
                        "53d69299-0206-4732-a623-6b0c2fec306d_1572526785_0Mmyo7GjmaUBr8AWq7EqTvo+YA4=_#v2#XbrawQWIaT+9X6HAib+PbA==");
    }

    @Test
    void anyOtherLetterOrKeyMakesItVoid() throws UnknownHostException {
        String token = token();
        assertThat(RmbtTokens.read(token, KEY)).contains(new RmbtTokens.Said(OPEN, SECONDS));
        assertThat(RmbtTokens.read(token, "another key")).isEmpty();
        int signed = token.indexOf("_#v2#");
        for (int at = 0; at < signed; at++) {
            char other = token.charAt(at) == '1' ? '2' : '1';
            assertThat(RmbtTokens.read(token.substring(0, at) + other + token.substring(at + 1), KEY))
                    .as("at " + at)
                    .isEmpty();
        }
        assertThat(RmbtTokens.read(token.substring(0, signed), KEY)).isPresent();
    }

    @Test
    void aClientHasOneNameThatOnlyThisInstallationCanReckon(@TempDir Path folder) throws java.io.IOException {
        RmbtDevice mine = RmbtDevice.of(folder.resolve("a.key"));
        assertThat(mine.name(OPEN))
                .isEqualTo(RmbtDevice.of(folder.resolve("a.key")).name(OPEN));
        assertThat(mine.name(OPEN))
                .isNotEqualTo(RmbtDevice.of(folder.resolve("b.key")).name(OPEN));
        assertThat(Files.getPosixFilePermissions(folder.resolve("a.key"))).hasSize(2);
    }

    @Test
    void aServerWithoutPortOrKeyIsRefusedAndNoneIsNone() {
        assertThat(RmbtSettings.of(name -> Optional.empty()).server()).isEmpty();
        Map<String, String> half =
                Map.of("signalup.rmbt.server-address", "rmbt.example", "signalup.rmbt.server-port", "443");
        assertThatThrownBy(() -> RmbtSettings.of(name -> Optional.ofNullable(half.get(name))))
                .isInstanceOf(RefusedException.class);
    }
}
