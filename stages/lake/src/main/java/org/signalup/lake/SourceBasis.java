package org.signalup.lake;

import java.util.List;
import java.util.stream.Stream;
import org.signalup.domain.Text;

/**
 * On what ground samples are kept, as whoever brought them says: a batch carries it, so that it can be told later why its
 * rows are here.
 *
 * @param organisation who answers for the samples; empty = not said
 * @param note free words, such as the contract or the version of a consent text; empty = none
 */
public record SourceBasis(Kind kind, String organisation, String note) {
    /** The ground, in the words of the law on personal information where it names one. */
    public enum Kind {
        DUTY("履行法定职责", "statutory duty"),
        CONTRACT("合同约定", "contract"),
        CONSENT("用户同意", "consent of users"),
        OWN_EQUIPMENT("自有设备测试，不涉及个人", "own equipment, no person involved"),
        OPEN_DATA("公开数据", "open data"),
        /** Nobody says this of files: each message of a live batch came from an account of an organisation that answers for it. */
        LIVE("持令牌实时发送，由发送单位负责", "sent live with a token, the sender answers for it");

        private final Text text;

        Kind(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }

        /** What whoever brings files may say. */
        public static List<Kind> ofFiles() {
            return Stream.of(values()).filter(kind -> kind != LIVE).toList();
        }
    }
}
