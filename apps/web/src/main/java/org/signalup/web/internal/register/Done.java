package org.signalup.web.internal.register;

import org.signalup.domain.RefusedException;
import org.signalup.domain.Text;
import org.signalup.register.ChangedMeanwhileException;
import org.signalup.web.internal.site.PageFailure;
import org.springframework.http.HttpStatus;

/** What a button does, and where it leads; what is refused becomes a page that says why. */
public final class Done {
    private static final Text MEANWHILE =
            Text.of("此间已被他人改动；请回到条目看最新内容再做", "It was changed meanwhile; go back and look at it first");

    private Done() {}

    public static String orSaid(Runnable work, String address) {
        said(work);
        return "redirect:" + address;
    }

    public static void said(Runnable work) {
        try {
            work.run();
        } catch (ChangedMeanwhileException conflict) {
            throw PageFailure.of(HttpStatus.CONFLICT, "CHANGED_MEANWHILE", MEANWHILE);
        } catch (RefusedException refused) {
            throw failure(refused);
        }
    }

    static PageFailure failure(RefusedException refused) {
        var first = refused.problems().get(0);
        Text text = first.value().isEmpty()
                ? first.message()
                : Text.of(
                        first.value() + "：" + first.message().zh(),
                        first.value() + ": " + first.message().en());
        return PageFailure.of(HttpStatus.UNPROCESSABLE_CONTENT, first.code(), text);
    }
}
