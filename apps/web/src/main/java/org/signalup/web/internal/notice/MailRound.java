package org.signalup.web.internal.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.signalup.people.notice.Deliveries.Delivery;
import org.signalup.web.internal.access.Platform;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By mail, where the installation names a server: {@code spring.mail.host} and what belongs to it, {@code signalup.mail.from}. */
@Platform
@Component
final class MailRound implements Round {
    private final ObjectProvider<JavaMailSender> server;
    private final String from;

    MailRound(ObjectProvider<JavaMailSender> server, Environment settings) {
        this.server = server;
        this.from = settings.getProperty("signalup.mail.from", "signalup@localhost");
    }

    boolean works() {
        return server.getIfAvailable() != null;
    }

    @Override
    public void bring(Delivery delivery) throws Undeliverable {
        JavaMailSender sender = server.getObject();
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(delivery.target());
            helper.setSubject("SignalUp 升格 · " + delivery.subject());
            helper.setText(delivery.body());
            sender.send(message);
        } catch (MessagingException e) {
            throw new Undeliverable(e.toString(), true);
        } catch (MailException e) {
            throw new Undeliverable(e.toString(), false);
        }
    }
}
