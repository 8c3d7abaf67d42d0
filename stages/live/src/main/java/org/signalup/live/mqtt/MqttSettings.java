package org.signalup.live.mqtt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A broker to listen to.
 *
 * @param url {@code tcp://HOST:PORT} or {@code ssl://HOST:PORT}
 * @param client by which the broker knows us; it keeps messages for us under this name while we are away
 * @param topics of Network Survey, or others with such messages
 * @param organisation code of the organisation that the samples belong to
 */
public record MqttSettings(
        String url,
        String client,
        Optional<String> user,
        Optional<String> password,
        List<String> topics,
        Optional<String> organisation) {
    public static final String PREFIX = "signalup.mqtt.";
    private static final String TOPICS = "nr_message,lte_message,umts_message,gsm_message,cdma_message";

    public MqttSettings {
        topics = List.copyOf(topics);
    }

    /**
     * Reads settings; empty when no broker is named.
     *
     * @param set the value of a setting such as {@code signalup.mqtt.url}
     */
    public static Optional<MqttSettings> of(Function<String, Optional<String>> set) {
        Function<String, Optional<String>> value =
                name -> set.apply(PREFIX + name).map(String::strip).filter(text -> !text.isEmpty());
        return value.apply("url")
                .map(url -> new MqttSettings(
                        url,
                        value.apply("client").orElse("signalup"),
                        value.apply("user"),
                        value.apply("password"),
                        Arrays.stream(value.apply("topics").orElse(TOPICS).split(","))
                                .map(String::strip)
                                .toList(),
                        value.apply("organisation")));
    }
}
