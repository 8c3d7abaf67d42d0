package org.signalup.web.internal.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.register.Entry;
import org.signalup.register.Subject;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form over the columns of an entry.
 *
 * @param id empty when it is to be added
 * @param version it will be saved upon
 * @param theirs as somebody else left it meanwhile; null when nobody did
 */
public record EntryForm(
        Subject subject, String id, int version, Map<String, String> cells, List<Problem> problems, Entry theirs) {
    EntryForm(Subject subject, String id, int version, Map<String, String> cells) {
        this(subject, id, version, cells, List.of(), null);
    }

    EntryForm with(List<Problem> found) {
        return new EntryForm(subject, id, version, cells, List.copyOf(found), theirs);
    }

    EntryForm against(Entry current) {
        return new EntryForm(subject, id, version, cells, problems, current);
    }

    public boolean adding() {
        return id.isEmpty();
    }

    /** Columns that can be filled in. */
    public List<String> columns() {
        return subject.columns().stream()
                .filter(column -> !column.equals("feature"))
                .filter(column -> adding() || !column.equals(subject.key()))
                .filter(column -> subject != Subject.LINE || !column.equals("crs"))
                .toList();
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What is wrong with a column. */
    public Optional<Text> wrong(String column) {
        return problems.stream()
                .filter(problem ->
                        problem.column().endsWith(column) && !problem.column().isEmpty())
                .map(Problem::message)
                .findFirst();
    }

    /** What is wrong with no column in particular. */
    public List<Problem> others() {
        return problems.stream()
                .filter(problem -> columns().stream().noneMatch(column -> wrongIs(problem, column)))
                .toList();
    }

    private static boolean wrongIs(Problem problem, String column) {
        return problem.column().endsWith(column);
    }

    /** What somebody else put into a column, where it is not what is filled in here. */
    public Optional<String> theirCell(String column) {
        return Optional.ofNullable(theirs).map(entry -> entry.text(column)).filter(text -> !text.equals(cell(column)));
    }

    String show(Model model, LedgerWords words) {
        model.addAttribute("form", this);
        model.addAttribute("words", words);
        model.addAttribute("reason", "");
        model.addAttribute("here", LedgerList.word(subject));
        return "register/edit";
    }

    ModelAndView answer(LedgerWords words, HttpStatus status, String reason) {
        ModelAndView page = new ModelAndView("register/edit");
        page.addObject("form", this);
        page.addObject("words", words);
        page.addObject("reason", reason);
        page.addObject("here", LedgerList.word(subject));
        page.setStatus(status);
        return page;
    }
}
