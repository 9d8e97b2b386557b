package org.jutong.plugin;

/**
 * What a plugin's page answers with. An absent page is {@link Problem#notFound}; wrong input that cannot be shown
 * beside the form is any other {@link Problem}.
 */
public sealed interface PageResult permits View, PageResult.Invalid, PageResult.Redirect {

    /**
     * The form again, with what is wrong: answered with the problem's status.
     *
     * @param view the page to show; its template reads {@code problem.text} and {@code problem.field}
     * @param problem what is wrong
     */
    record Invalid(View view, Problem problem) implements PageResult {}

    /**
     * See another page (303), the right answer to a form that was accepted.
     *
     * @param url from {@link SiteContext#pageUrl}
     */
    record Redirect(String url) implements PageResult {}
}
