// The console's page for letters: list, detail, answer, publish. Written without a build step and without templates,
// because the console's content security policy allows no compiling in the browser.

const words = {
  'zh-CN': {
    heading: '来信办理', filter: '按状态筛选', all: '全部', refresh: '刷新', more: '加载更多', empty: '没有来信',
    created: '来信时间', type: '类型', title: '标题', name: '姓名', contact: '联系方式', state: '状态', code: '查询码',
    open: '办理', text: '来信内容', answer: '答复', answeredBy: '答复人', answeredAt: '答复时间', publishedAt: '公开时间',
    answerHint: '群众凭查询码能看到答复；公开后所有人都能看到。', save: '保存答复', publish: '公开',
    saved: '答复已保存', published: '来信和答复已公开', unsaved: '答复改动后还没有保存，请先保存。',
    confirmTitle: '公开来信', cancel: '取消', failed: '没有成功，请稍后再试。',
    confirm: '公开后，来信内容和答复会出现在网站上，所有人可见，不能再改。请确认其中没有个人信息。',
    types: { consultation: '咨询', complaint: '投诉', suggestion: '建议', help: '求助' },
    states: { pending: '待处理', answered: '已处理', published: '已公开' },
  },
  en: {
    heading: 'Letters', filter: 'Filter by state', all: 'All', refresh: 'Refresh', more: 'Load more', empty: 'No letters',
    created: 'Received', type: 'Type', title: 'Title', name: 'Name', contact: 'Contact', state: 'State', code: 'Code',
    open: 'Open', text: 'Letter', answer: 'Answer', answeredBy: 'Answered by', answeredAt: 'Answered',
    publishedAt: 'Published', answerHint: 'The sender sees the answer by the code; once published, everybody does.',
    save: 'Save answer', publish: 'Publish', saved: 'The answer is saved', published: 'Letter and answer are published',
    unsaved: 'The answer was changed and is not saved yet. Please save it first.',
    confirmTitle: 'Publish the letter', cancel: 'Cancel', failed: 'That did not work. Please try again later.',
    confirm: 'Letter and answer will be on the site for everybody to see and cannot be changed any more. '
      + 'Please make sure that they hold no personal data.',
    types: { consultation: 'Consultation', complaint: 'Complaint', suggestion: 'Suggestion', help: 'Request for help' },
    states: { pending: 'Pending', answered: 'Answered', published: 'Published' },
  },
}

const tagOf = { pending: 'warning', answered: 'primary', published: 'success' }
const PAGE = 50

export default function letters(host) {
  const { h, ref, reactive, computed, onMounted, unref } = host.vue
  const ui = host.elementPlus
  const say = computed(() => (String(unref(host.locale) ?? '').startsWith('en') ? words.en : words['zh-CN']))

  const time = (instant) => (instant ? instant.slice(0, 16).replace('T', ' ') : '')
  const refused = (problem) => ui.ElMessage.error((problem && problem.title) || say.value.failed)

  return {
    name: 'LettersPage',
    setup() {
      const list = reactive({ state: '', items: [], next: undefined, loading: false, asked: 0 })
      const opened = ref(null)
      const draft = ref('')
      const wrong = ref('')
      const busy = ref(false)

      async function load(after) {
        const asked = (list.asked += 1)
        list.loading = true
        try {
          const query = new URLSearchParams({ limit: PAGE })
          if (list.state) query.set('state', list.state)
          if (after) query.set('after', after)
          const page = await host.api('GET', `letters?${query}`)
          if (asked !== list.asked) return // an older question's answer
          list.items = after ? [...list.items, ...page.items] : page.items
          list.next = page.next
        } catch (problem) {
          refused(problem)
        } finally {
          if (asked === list.asked) list.loading = false
        }
      }

      function show(letter) {
        opened.value = letter
        draft.value = letter.answer ?? ''
        wrong.value = ''
      }

      async function open(row) {
        try {
          show(await host.api('GET', `letters/${row.id}`))
        } catch (problem) {
          refused(problem)
        }
      }

      async function change(method, path, body, done) {
        busy.value = true
        try {
          show(await host.api(method, `letters/${opened.value.id}/${path}`, body))
          ui.ElMessage.success(done)
          await load()
        } catch (problem) {
          if (problem && problem.field === 'text') wrong.value = problem.title
          else refused(problem)
        } finally {
          busy.value = false
        }
      }

      const save = () =>
        change('PUT', 'answer', { text: draft.value, version: opened.value.version }, say.value.saved)

      async function publish() {
        if (draft.value.trim() !== (opened.value.answer ?? '').trim()) {
          wrong.value = say.value.unsaved
          return
        }
        try {
          await ui.ElMessageBox.confirm(say.value.confirm, say.value.confirmTitle, {
            confirmButtonText: say.value.publish,
            cancelButtonText: say.value.cancel,
            type: 'warning',
          })
        } catch {
          return // changed her mind
        }
        await change('POST', 'publication', undefined, say.value.published)
      }

      onMounted(() => load())

      const stateTag = (state) =>
        h(ui.ElTag, { type: tagOf[state], disableTransitions: true }, () => say.value.states[state])

      const toolbar = () =>
        h('div', { class: 'spread', style: { marginBottom: '14px' } }, [
          h(
            ui.ElRadioGroup,
            {
              modelValue: list.state,
              'aria-label': say.value.filter,
              'onUpdate:modelValue': (state) => {
                list.state = state
                load()
              },
            },
            () =>
              ['', 'pending', 'answered', 'published'].map((state) =>
                h(ui.ElRadioButton, { key: state, value: state }, () =>
                  state ? say.value.states[state] : say.value.all,
                ),
              ),
          ),
          h(ui.ElButton, { loading: list.loading, onClick: () => load() }, () => say.value.refresh),
        ])

      const column = (key, width, cell) =>
        h(ui.ElTableColumn, { key, label: say.value[key], ...width }, { default: ({ row }) => cell(row) })

      const nothing = () => (list.loading ? ' ' : say.value.empty)

      const table = () =>
        h(ui.ElTable, { data: list.items, rowKey: 'id', emptyText: nothing(), scrollbarTabindex: 0 }, () => [
          column('created', { width: 160 }, (row) => time(row.created)),
          column('type', { width: 110 }, (row) => say.value.types[row.type]),
          column('title', { minWidth: 240 }, (row) => row.title),
          column('name', { width: 100 }, (row) => row.name),
          column('contact', { width: 160 }, (row) => row.contact),
          column('state', { width: 110 }, (row) => stateTag(row.state)),
          column('open', { width: 100 }, (row) =>
            h(
              ui.ElButton,
              { size: 'small', 'aria-label': `${say.value.open}: ${row.title}`, onClick: () => open(row) },
              () => say.value.open,
            ),
          ),
        ])

      const fact = (key, value) => value && h(ui.ElDescriptionsItem, { key, label: say.value[key] }, () => value)

      const facts = (letter) =>
        h(ui.ElDescriptions, { column: 1, border: true }, () =>
          [
            fact('code', letter.code),
            fact('type', say.value.types[letter.type]),
            fact('created', time(letter.created)),
            fact('name', letter.name),
            fact('contact', letter.contact),
            fact('state', stateTag(letter.state)),
            fact('answeredBy', letter.answeredBy),
            fact('answeredAt', time(letter.answeredAt)),
            fact('publishedAt', time(letter.publishedAt)),
          ].filter(Boolean),
        )

      const paragraphs = (text) => text.split('\n').map((line, at) => h('p', { key: at }, line))

      const answering = () =>
        h(
          ui.ElForm,
          { labelPosition: 'top', onSubmit: (event) => event.preventDefault() },
          () => [
            h(ui.ElFormItem, { label: say.value.answer, error: wrong.value, for: 'letter-answer' }, () =>
              h(ui.ElInput, {
                id: 'letter-answer',
                type: 'textarea',
                rows: 8,
                modelValue: draft.value,
                'aria-describedby': 'letter-answer-hint',
                'onUpdate:modelValue': (text) => {
                  draft.value = text
                  wrong.value = ''
                },
              }),
            ),
            h('p', { id: 'letter-answer-hint', class: 'quiet' }, say.value.answerHint),
            h(ui.ElSpace, {}, () => [
              h(ui.ElButton, { type: 'primary', loading: busy.value, onClick: save }, () => say.value.save),
              h(
                ui.ElButton,
                { disabled: busy.value || opened.value.state !== 'answered', onClick: publish },
                () => say.value.publish,
              ),
            ]),
          ],
        )

      const detail = () => {
        const letter = opened.value
        if (!letter) return []
        return [
          facts(letter),
          h('h3', say.value.text),
          ...paragraphs(letter.text),
          ...(letter.state === 'published' ? [h('h3', say.value.answer), ...paragraphs(letter.answer)] : [answering()]),
        ]
      }

      const drawer = () =>
        h(
          ui.ElDrawer,
          {
            modelValue: opened.value !== null,
            title: opened.value ? opened.value.title : '',
            size: 'min(640px, 100%)',
            'onUpdate:modelValue': (visible) => {
              if (!visible) opened.value = null
            },
          },
          () => detail(),
        )

      return () =>
        h('div', { class: 'letters-page' }, [
          h('div', { class: 'page-head' }, [h('h1', say.value.heading)]),
          h('div', { class: 'panel' }, [
            toolbar(),
            table(),
            list.next &&
              h('p', { class: 'spread' }, [
                h(ui.ElButton, { loading: list.loading, onClick: () => load(list.next) }, () => say.value.more),
              ]),
          ]),
          drawer(),
        ])
    },
  }
}
