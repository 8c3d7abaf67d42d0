package org.signalup.web.internal.notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.signalup.people.notice.Deliveries.Delivery;
import org.signalup.web.internal.access.Platform;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * To a webhook: JSON by POST, signed. Addresses within the installation's own network are not called, unless it says {@code
 * signalup.webhooks.private-addresses=true}; where it leads to is not followed.
 */
@Platform
@Component
final class WebhookRound implements Round {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final boolean privateAddresses;

    WebhookRound(Environment settings) {
        this.privateAddresses = settings.getProperty("signalup.webhooks.private-addresses", Boolean.class, false);
    }

    @Override
    public void bring(Delivery delivery) throws Undeliverable {
        URI address = URI.create(delivery.target());
        try {
            // The machine remembers the answer for longer than it takes to connect: nobody changes it in between.
            for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
                if (!privateAddresses && PrivateAddress.is(found)) {
                    throw new Undeliverable("a private address is not called: " + found.getHostAddress(), true);
                }
            }
            HttpResponse<Void> answer = client.send(request(address, delivery), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() / 100 != 2) {
                throw new Undeliverable("answered " + answer.statusCode(), answer.statusCode() == 410);
            }
        } catch (IOException e) {
            throw new Undeliverable(e.toString(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Undeliverable("broken off", false);
        }
    }

    private static HttpRequest request(URI address, Delivery delivery) {
        String time = Long.toString(Instant.now().getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("SignalUp-Delivery", Long.toString(delivery.id()))
                .header("SignalUp-Time", time)
                .header(
                        "SignalUp-Signature",
                        Signature.of(delivery.secret().orElseThrow(), time + "." + delivery.body()))
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
                .build();
    }
}
