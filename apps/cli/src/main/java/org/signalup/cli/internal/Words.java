package org.signalup.cli.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.signalup.domain.Text;
import picocli.CommandLine.ITypeConverter;

/** Values of options, read strictly. An empty value is an option not given. */
public final class Words {
    private Words() {}

    public static Optional<String> text(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    public static Optional<LocalDate> date(String option, String value) {
        try {
            return text(value).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw wrong(option, value, Text.of("日期，如 2025-06-30", "a date such as 2025-06-30"));
        }
    }

    /** A whole number of at least 1. */
    public static Optional<Integer> count(String option, String value) {
        Text expected = Text.of("1 到 1024 的整数", "a whole number from 1 to 1024");
        Optional<String> text = text(value);
        if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,3}")) {
            throw wrong(option, value, expected);
        }
        Optional<Integer> number = text.map(Integer::valueOf);
        if (number.isPresent() && number.get() > 1024) {
            throw wrong(option, value, expected);
        }
        return number;
    }

    /** A number of seconds. */
    public static Duration seconds(String option, String value) {
        String text = text(value).orElse("0");
        if (!text.matches("[0-9]{1,6}")) {
            throw wrong(option, value, Text.of("秒数，如 60", "seconds, for example 60"));
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    /** An amount of memory such as {@code 512MB} or {@code 2GB}. */
    public static Optional<String> memory(String option, String value) {
        Optional<String> text = text(value).map(String::strip);
        if (text.isPresent() && !text.get().matches("(?i)[1-9][0-9]*(\\.[0-9]+)? ?(MB|GB|MiB|GiB)")) {
            throw wrong(option, value, Text.of("如 800MB 或 2GB", "for example 800MB or 2GB"));
        }
        return text;
    }

    /** The word that names a file or folder. An empty one is that of a script whose variable is not set: it means nothing. */
    public static final class Named implements ITypeConverter<String> {
        @Override
        public String convert(String word) {
            if (word.isBlank()) {
                throw new UsageException(Text.of("不能是空的文件或文件夹名", "an empty word names no file or folder"));
            }
            return word;
        }
    }

    public static UsageException wrong(String option, String value, Text expected) {
        return new UsageException(Text.of(
                option + ": " + value + "（应为" + expected.zh() + "）",
                option + ": " + value + " (expected: " + expected.en() + ")"));
    }
}
