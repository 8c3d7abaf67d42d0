package org.signalup.web.internal.notice;

import org.signalup.domain.Text;
import org.signalup.people.Accounts;
import org.signalup.people.Actor;
import org.signalup.people.notice.Notice;
import org.signalup.people.notice.Notices;
import org.signalup.web.internal.access.Platform;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Gives codes to people by whom passwords are chosen, and mails them where there is a mail server and an address. */
@Platform
@Component
public final class Invitations {
    private final Accounts accounts;
    private final Notices notices;
    private final MailRound mail;
    private final String url;

    Invitations(Accounts accounts, Notices notices, MailRound mail, Environment settings) {
        this.accounts = accounts;
        this.notices = notices;
        this.mail = mail;
        this.url = settings.getProperty("signalup.url", "");
    }

    /** @param mailed whether it was put on its way by mail as well */
    public record Invited(String code, boolean mailed) {}

    /** A code for an account; earlier ones are void. */
    public Invited invite(Actor actor, long account) {
        String code = accounts.invite(actor, account);
        String place = url + "/join";
        Notice notice = new Notice(
                Text.of("邀请您登录", "your invitation"),
                Text.of(
                        "请打开 " + place + " ，填入一次性码 " + code + " ，自己选一个密码。\n这个码只能用一次，过期作废；如果您没有在等它，请忽略这封邮件。\n",
                        "Open " + place + " , fill in the code " + code
                                + " and choose a password.\nThe code can be used once and ends by itself; if you did not expect it, ignore this mail.\n"),
                "");
        return new Invited(code, mail.works() && notices.mail(account, notice));
    }
}
