package org.jutong.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The right that a caller of this REST method must hold on the site of the address. A method that carries neither
 * this nor {@link Public} is refused to everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permission {

    /** A permission that {@code plugin.yaml} declares, such as {@code interaction.answer}. */
    String value();
}
