package org.signalup.upload;

import java.util.Optional;
import java.util.stream.Stream;
import org.signalup.domain.Text;

/** 来源依据: by what right somebody has the data. Names are stored: never renamed. */
public enum Basis {
    OWN_TEST(Text.of("自行测试", "own test")),
    COMMISSION(Text.of("受委托测试", "test on commission")),
    AUTHORITY(Text.of("监管部门抽测", "spot check of the authority")),
    CONSENT(Text.of("用户同意采集", "collected with consent of users")),
    AGREEMENT(Text.of("数据合作协议", "agreement on data")),
    OPEN_DATA(Text.of("公开数据", "open data"));

    private final Text text;

    Basis(Text text) {
        this.text = text;
    }

    public Text text() {
        return text;
    }

    /** The one of this name. */
    public static Optional<Basis> find(String name) {
        return Stream.of(values()).filter(basis -> basis.name().equals(name)).findFirst();
    }
}
