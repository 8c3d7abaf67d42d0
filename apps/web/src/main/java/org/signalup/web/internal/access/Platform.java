package org.signalup.web.internal.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;

/** Part of the platform people sign in to; the reader of evaluations does without it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Profile(Platform.PROFILE)
public @interface Platform {
    String PROFILE = "platform";
    String READER = "reader";
}
